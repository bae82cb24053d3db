import { reportBehind } from "#app/domain/debtors/conduct.ts";
import { freezing } from "#app/domain/debtors/statements.ts";
import { isId } from "#app/domain/ids.ts";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import { debtorOf } from "#db/queries/cases.ts";
import { conductReportsOn } from "#db/queries/conduct.ts";
import { type DebtorStatement, statementBy, statementsOn } from "#db/queries/debtors.ts";
import { evidenceOf } from "#db/queries/evidence.ts";
import { notesOf } from "#db/queries/timeline.ts";
import { keepSight, type Visit } from "./door-visit.server.ts";

/** What the debtor handed in, when, and where it stands in the log; null for what is not on this case. */
export async function doorReceipt(visit: Visit, id: string) {
  const { ctx, kase } = visit;
  const said = isId(id) ? await statementBy(ctx.db, { caseId: kase.caseId, id }) : null;
  if (!said) return null;
  const [debtor, notes, evidence] = await Promise.all([
    debtorOf(ctx.db, kase.caseId),
    notesOf(ctx.db, kase.caseId),
    evidenceOf(ctx.db, kase.caseId),
  ]);
  const zone = debtor?.zones[0] ?? "UTC";
  await keepSight(visit, "receipt");
  return {
    id,
    kind: said.kind,
    reason: said.reason,
    code: kase.code,
    on: dateIn(zone, said.saidAt),
    time: timeIn(zone, said.saidAt),
    zone,
    entry: said.eventSeq,
    hash: said.eventHash,
    words: notes.get(said.eventSeq) ?? null,
    froze: freezing.has(said.kind),
    report: await reportOf(visit, said, zone),
    file: evidence.find((item) => item.id === said.evidenceId)?.title ?? null,
  };
}
/** How a report of conduct stands, where it is one. */
async function reportOf({ ctx, kase }: Visit, said: DebtorStatement, zone: string) {
  if (said.kind !== "report" && said.kind !== "report_severe") return null;
  const report = reportBehind(await conductReportsOn(ctx.db, kase.caseId), said);
  if (!report) return null;
  const { severe, verdict, reasons, dueAt } = report;
  return { severe, verdict, reasons, dueOn: dateIn(zone, dueAt), dueTime: timeIn(zone, dueAt) };
}

export type Receipt = NonNullable<Awaited<ReturnType<typeof doorReceipt>>>;

/** Everything that was said on the visitor's case, the newest first. */
export async function doorReceipts({ ctx, kase }: Visit) {
  const [said, debtor] = await Promise.all([
    statementsOn(ctx.db, kase.caseId),
    debtorOf(ctx.db, kase.caseId),
  ]);
  const zone = debtor?.zones[0] ?? "UTC";
  return said.map(({ id, kind, saidAt }) => ({ id, kind, on: dateIn(zone, saidAt) }));
}
