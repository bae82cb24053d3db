import { isId } from "#app/domain/ids.ts";
import { caseIdByCode } from "#db/queries/cases.ts";
import { checkTimeline } from "#db/queries/timeline-check.ts";
import { withServices } from "./database.ts";
import { print } from "./output.ts";

type VerifyOptions = { case?: string; database?: string; json: boolean };

/** Exit status 0 only if every link of every chain holds; otherwise says which case, which event, and what. */
export async function verifyTimeline({ case: named, database, json }: VerifyOptions): Promise<void> {
  const result = await withServices(database, async ({ db, secrets }) => {
    const caseId = named && !isId(named) ? await caseIdByCode(db, named) : named;
    if (named && !caseId) throw new Error(`There is no case ${named}.`);
    return checkTimeline(db, secrets, caseId ?? undefined);
  });
  if (named && result.cases === 0) throw new Error(`There is no case ${named}.`);
  if (json) print(JSON.stringify(result));
  else {
    for (const { caseId, seq, what } of result.breaks) {
      print(`BROKEN  ${caseId ?? "database"}${seq === null ? "" : ` event ${seq}`}: ${what}`);
    }
    const verdict = result.breaks.length === 0 ? "every link holds" : `${result.breaks.length} broken`;
    print(`${result.cases} cases, ${result.events} events: ${verdict}.`);
  }
  if (result.breaks.length > 0) process.exitCode = 1;
}
