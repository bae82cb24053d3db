import { and, desc, eq, sql } from "drizzle-orm";
import { system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import type { Settlement } from "#app/domain/ledger/reports.ts";
import type { Particulars } from "#app/domain/papers/particulars.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { askAdvance } from "#app/use-cases/advances/ask-advance.server.ts";
import { answerReport } from "#app/use-cases/ledger/answer-report.server.ts";
import { reportSettlement } from "#app/use-cases/ledger/report-settlement.server.ts";
import { monthDue } from "#app/use-cases/month-due.server.ts";
import { decideClose } from "#app/use-cases/months/decide-close.server.ts";
import { proposeClose } from "#app/use-cases/months/propose-close.server.ts";
import { billCharges } from "#app/use-cases/papers/bill-charges.server.ts";
import { cancelIssued } from "#app/use-cases/papers/cancel-invoice.server.ts";
import { balanceView, issueBalance } from "#app/use-cases/papers/issue-balance.server.ts";
import { invoiceView, issueInvoice } from "#app/use-cases/papers/issue-invoice.server.ts";
import { issueStatements } from "#app/use-cases/papers/issue-statements.server.ts";
import { keepParticulars } from "#app/use-cases/papers/keep-particulars.server.ts";
import { cases } from "#db/schema/cases.ts";
import { papers } from "#db/schema/papers.ts";
import type { Player } from "./cast.ts";
import { demoPdf } from "./papers.ts";
import { record } from "./play.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

type Cast = { admin: Player; second: Player; creditor: Player; lawyer: Player };
type Sides = Pick<Cast, "creditor" | "lawyer">;

const zone = "America/New_York";

/**
 * Money on claims of the lot that is being collected: payments to the creditor and into the collector's client account, money passed on, fees
 * billed and paid, a bill undone and issued anew, a letter on the balance, and court costs paid in before suit. Answers a claim that
 * nothing was paid on yet.
 */
export async function playMoney(stage: Stage, cast: Cast): Promise<string> {
  await nameAll(stage, cast);
  const [first, second, third, untouched] = await claimsOf(stage, cast.lawyer);
  await bothWays(stage, cast, first);
  await undoneBill(stage, cast, second);
  await costsAhead(stage, cast, third);
  value(await billCharges(await ctxOf(stage, system)));
  return untouched;
}

/** Whose papers there are, with what stands on them. */
async function nameAll(stage: Stage, { admin, creditor, lawyer }: Cast): Promise<void> {
  const american: Omit<Particulars, "name" | "address"> = {
    ...{ country: "US", taxStatus: "none", taxNumber: null, ownRateBps: null },
  };
  for (const [player, name, address] of [
    [admin, "Rung (demo)", "1 Demo Plaza\nWilmington, DE 19801"],
    [creditor, "Demo Creditor Ltd", "200 Demo Avenue\nOakland, CA 94607"],
    [lawyer, "Demo Law Office A", "30 Demo Street\nSacramento, CA 95814"],
  ] as const)
    value(await keepParticulars(await ctxOf(stage, player.actor), { ...american, name, address }));
}

/** The claims in the lawyer's hands in New York, the largest first. */
async function claimsOf({ services: { db } }: Stage, { actor }: Player): Promise<string[]> {
  const rows = await db
    .select({ caseId: cases.caseId })
    .from(cases)
    .where(
      and(
        eq(cases.collectorOrgId, actor.orgId ?? ""),
        eq(cases.status, "engaged"),
        eq(cases.jurisdiction, "US-NY"),
      ),
    )
    .orderBy(desc(sql`(${cases.answers} #>> '{claim,principal}')::bigint`), cases.caseId);
  return rows.map(({ caseId }) => caseId);
}

const paid = (
  stage: Stage,
  by: Player,
  about: { caseId: string; payee: "creditor" | "collector"; amount: string; days: number },
) =>
  ctxOf(stage, by.actor).then(({ now }) => {
    const { days, ...payment } = about;
    return record(stage, by, {
      ...payment,
      zone,
      type: "payment",
      occurredOn: addDays(dateIn(zone, now), -days),
    });
  });

/** Reported by whoever paid, confirmed by the other side. */
async function settled(
  stage: Stage,
  [payer, other]: readonly [Player, Player],
  { caseId, kind, amount, days }: { caseId: string; kind: Settlement; amount: string; days: number },
): Promise<void> {
  const ctx = await ctxOf(stage, payer.actor);
  const reportId = newId(ctx.now);
  const paidOn = addDays(dateIn(zone, ctx.now), -days);
  value(await reportSettlement(ctx, { caseId, reportId, kind, amount, paidOn }));
  const answer = { caseId, kind, reportId, answer: "confirmed" as const };
  value(await answerReport(await ctxOf(stage, other.actor), answer));
}

async function billed(stage: Stage, { actor }: Player, caseId: string): Promise<string> {
  const ctx = await ctxOf(stage, actor);
  const view = await invoiceView(ctx, caseId);
  return value(await issueInvoice(ctx, { caseId, amount: view?.amount ?? "" }));
}

/** Paid to both, one part passed on; the fee is billed, and half paid; the debtor has asked how the claim stands. */
async function bothWays(stage: Stage, { creditor, lawyer }: Sides, caseId: string): Promise<void> {
  await paid(stage, creditor, { caseId, payee: "creditor", amount: "2,500.00", days: 9 });
  await paid(stage, lawyer, { caseId, payee: "collector", amount: "1,800.00", days: 6 });
  await settled(stage, [lawyer, creditor], { caseId, kind: "remittance", amount: "1,200.00", days: 4 });
  await billed(stage, lawyer, caseId);
  await settled(stage, [creditor, lawyer], { caseId, kind: "fee", amount: "300.00", days: 1 });
  const ctx = await ctxOf(stage, lawyer.actor);
  const view = await balanceView(ctx, caseId);
  if (view?.balance) value(await issueBalance(ctx, { caseId, asOf: view.asOf, total: view.balance.total }));
}

/** A bill whose address was wrong is undone by a credit note and issued anew. */
async function undoneBill(stage: Stage, { creditor, lawyer }: Sides, caseId: string): Promise<void> {
  await paid(stage, creditor, { caseId, payee: "creditor", amount: "3,000.00", days: 5 });
  const number = await billed(stage, lawyer, caseId);
  const ctx = await ctxOf(stage, lawyer.actor);
  const [invoice] = await ctx.db
    .select({ id: papers.id })
    .from(papers)
    .where(and(eq(papers.issuerId, lawyer.actor.orgId ?? ""), eq(papers.number, number)));
  value(await cancelIssued(ctx, { paperId: invoice.id }));
  await billed(stage, lawyer, caseId);
}

/** The court's fee is asked for before suit, and the creditor has paid it in. */
async function costsAhead(stage: Stage, { creditor, lawyer }: Sides, caseId: string): Promise<void> {
  const ctx = await ctxOf(stage, lawyer.actor);
  const proof = await demoPdf("court-fee.pdf", "Court fee for an index number");
  const asked = {
    caseId,
    advanceId: newId(ctx.now),
    act: "file_suit" as const,
    kind: "court_costs" as const,
  };
  value(await askAdvance(ctx, { ...asked, amount: "210.00", proof }));
  await settled(stage, [creditor, lawyer], { caseId, kind: "advance", amount: "210.00", days: 0 });
}

/** Every month that is over is closed by the two administrators, and stated to whoever had money in it. */
export async function closeMonths(stage: Stage, { admin, second }: Pick<Cast, "admin" | "second">) {
  for (;;) {
    const ctx = await ctxOf(stage, admin.actor);
    const month = await monthDue(ctx.db, ctx);
    if (!month) return;
    value(await proposeClose(ctx, { month }));
    value(await decideClose(await ctxOf(stage, second.actor), { month, verdict: "close" }));
    while (value(await issueStatements(await ctxOf(stage, system))) > 0);
  }
}
