import { readFile } from "node:fs/promises";
import type { Verdict } from "#app/domain/bundle/verdict.ts";
import { isId } from "#app/domain/ids.ts";
import { fingerprintIn } from "#app/gateways/signatures.server.ts";
import { rootsIn } from "#app/gateways/time-authority.server.ts";
import { verifyBundle } from "#app/use-cases/bundle/verify-bundle.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { caseIdByCode } from "#db/queries/cases.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { withServices } from "./database.ts";
import { print, progress } from "./output.ts";

type VerifyOptions = { case?: string; database?: string; json: boolean };

/** Exit status 0 only if every link of every chain holds; otherwise says which case, which event, and what. */
export async function verifyTimeline({ case: named, database, json }: VerifyOptions): Promise<void> {
  const result = await withServices(database, async ({ db, secrets }) => {
    const caseId = named && !isId(named) ? await caseIdByCode(db, named) : named;
    if (named && !caseId) throw new Error(`There is no case ${named}.`);
    return checkLogs(db, secrets, caseId ?? undefined);
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

/** Exit status 0 only if every balance is what its transfers give; otherwise says which account or cause, and what. */
export async function verifyLedger({ database, json }: Omit<VerifyOptions, "case">): Promise<void> {
  const result = await withServices(database, ({ db }) => checkLedger(db));
  if (json) print(JSON.stringify(result));
  else {
    for (const { subject, what } of result.breaks) print(`BROKEN  ${subject}: ${what}`);
    const verdict = result.breaks.length === 0 ? "the books balance" : `${result.breaks.length} broken`;
    print(`${result.accounts} accounts, ${result.transfers} transfers, ${result.causes} causes: ${verdict}.`);
  }
  if (result.breaks.length > 0) process.exitCode = 1;
}

type VerifyBundleOptions = { files: string[]; key?: string; tsa?: string; json: boolean };

/** Exit status 0 only if all of every bundle holds; otherwise names the file or event, and what. Opens no database. */
export async function verifyBundleFiles({ files, key, tsa, json }: VerifyBundleOptions): Promise<void> {
  const pin = key === undefined ? null : await pinned(key);
  const roots = tsa === undefined ? null : rootsIn(await readFile(tsa, "utf8"));
  const verdicts: (Verdict & { file: string })[] = [];
  for (const file of files) {
    const verdict = verifyBundle(await readFile(file), { pin, roots, progress });
    verdicts.push({ file, ...verdict });
    if (json) continue;
    if (files.length > 1) print(file);
    printVerdict(verdict);
  }
  if (json) print(JSON.stringify(files.length > 1 ? { bundles: verdicts } : verdicts[0]));
  if (verdicts.some(({ holds }) => !holds)) process.exitCode = 1;
}

/** A fingerprint as it was printed, or a file that holds one or the public key in PEM. */
async function pinned(key: string): Promise<string> {
  const found = fingerprintIn(key) ?? fingerprintIn(await readFile(key, "utf8"));
  if (!found) throw new Error(`${key} is no fingerprint, and holds neither one nor a public key.`);
  return found;
}

function printVerdict({ flaws, notes, holds, fingerprint, pinned: byPin, ...told }: Verdict): void {
  for (const { where, what } of flaws) print(`BROKEN  ${where}: ${what}`);
  for (const note of notes) print(`NOTE    ${note}`);
  const verdict = holds ? "everything holds" : `${flaws.length} broken`;
  print(
    `${told.case?.code ?? "No case"}: ${told.events} events, ${told.exhibits} exhibits, ${told.files} files: ${verdict}.`,
  );
  if (told.stamps > 0)
    print(`${told.stamps} time stamps${told.traced && holds ? " (they lead to the root you named)" : ""}`);
  if (!fingerprint) return;
  const trust = byPin
    ? "the key you named"
    : "compare it with the one its maker published, or name it with --key";
  print(`Signed with key ${fingerprint}${holds || !byPin ? ` (${trust})` : ""}`);
}
