import { isClaimCurrency, typedAmount } from "#app/domain/cases/amount.ts";
import { reportBehind } from "#app/domain/debtors/conduct.ts";
import { proposalIn } from "#app/domain/debtors/proposal.ts";
import { freezing } from "#app/domain/debtors/statements.ts";
import { isId } from "#app/domain/ids.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import { openAbout } from "#app/use-cases/debtor.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { notesOf } from "#app/use-cases/log-notes.server.ts";
import { counterOf, proposalsOn } from "#app/use-cases/plans/proposals.server.ts";
import { conductReportsOn } from "#db/queries/conduct.ts";
import { type DebtorStatement, statementBy, statementsOn } from "#db/queries/debtors.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { keepSight, type Visit } from "./door-visit.server.ts";

/** What the debtor handed in, when, and where it stands in the log; null for what is not on this case. */
export async function doorReceipt(visit: Visit, id: string) {
  const { ctx, kase } = visit;
  const said = isId(id) ? await statementBy(ctx.db, { caseId: kase.caseId, id }) : null;
  if (!said) return null;
  const [zone, notes, evidence, events] = await Promise.all([
    zoneOf(ctx.db, kase.caseId),
    notesOf(ctx.db, ctx, kase.caseId),
    evidenceOf(ctx.db, ctx, kase.caseId),
    eventsOf(ctx.db, kase.caseId),
  ]);
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
    proposal: proposalIn(events.find(({ seq }) => seq === said.eventSeq)?.payload.refs),
    currency: kase.answers.claim.currency,
    answered: said.kind === "parts" ? await answerOf(visit, said, { events, zone }) : null,
    froze: freezing.has(said.kind),
    report: await reportOf(visit, said, zone),
    file: evidence.find((item) => item.id === said.evidenceId)?.title ?? null,
  };
}
type Known = { events: TimelineEvent[]; zone: string };

/** What was answered to a proposal. */
async function answerOf({ ctx, kase }: Visit, said: DebtorStatement, { events, zone }: Known) {
  const made = (await proposalsOn(ctx.db, kase.caseId, events)).find((each) => each.said.id === said.id);
  if (!made?.answer) return null;
  const { currency } = kase.answers.claim;
  const counter = counterOf(made);
  const typed = counter && isClaimCurrency(currency) ? typedAmount(counter.monthly, currency) : "";
  return {
    answer: made.answer.answer,
    on: dateIn(zone, made.answer.answeredAt),
    reason: made.answer.reason,
    counter: counter && { ...counter, typed },
  };
}

/** How a report of conduct stands, where it is one. */
async function reportOf({ ctx, kase }: Visit, said: DebtorStatement, zone: string) {
  if (said.kind !== "report" && said.kind !== "report_severe") return null;
  const report = reportBehind(await conductReportsOn(ctx.db, kase.caseId), said);
  if (!report) return null;
  const { severe, verdict, dueAt } = report;
  const place = wordPlaces.conduct(report.id);
  const reasons = await openAbout(ctx.db, ctx, { caseId: kase.caseId, place, sealed: report.reasons });
  return { severe, verdict, reasons, dueOn: dateIn(zone, dueAt), dueTime: timeIn(zone, dueAt) };
}

export type Receipt = NonNullable<Awaited<ReturnType<typeof doorReceipt>>>;

/** Everything that was said on the visitor's case, the newest first. */
export async function doorReceipts({ ctx, kase }: Visit) {
  const [said, zone] = await Promise.all([statementsOn(ctx.db, kase.caseId), zoneOf(ctx.db, kase.caseId)]);
  return said.map(({ id, kind, saidAt }) => ({ id, kind, on: dateIn(zone, saidAt) }));
}
