import { may, type Relation } from "#app/domain/accounts/access.ts";
import { isId, newId } from "#app/domain/ids.ts";
import { type AccountKind, accountKindNames } from "#app/domain/ledger/accounts.ts";
import {
  heldForCreditor,
  type Moved,
  type Report,
  reporterOf,
  reportsIn,
} from "#app/domain/ledger/case-money.ts";
import { flowAnswers } from "#app/domain/ledger/flows.ts";
import { balancesBy } from "#app/domain/ledger/legs.ts";
import { heldInAll, payerOf, type Settlement, type Side, settlements } from "#app/domain/ledger/reports.ts";
import type { SetOffs } from "#app/domain/ledger/set-off.ts";
import { mayBeAskedOn } from "#app/domain/payments/asking.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { causeKind } from "#app/messages/cause.ts";
import { advancesOf, advancesSeen } from "#app/use-cases/advances-of.server.ts";
import { claimNow } from "#app/use-cases/claim-now.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { feeSoFar } from "#app/use-cases/fee-so-far.server.ts";
import { flowSceneOf } from "#app/use-cases/flow-scene.server.ts";
import { papersOnCase } from "#app/use-cases/list-papers.server.ts";
import { planView } from "#app/use-cases/plan-view.server.ts";
import { setOffsOf } from "#app/use-cases/settle-case.server.ts";
import { throughProvider } from "#app/use-cases/through-provider.server.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { transfersAbout } from "#db/queries/ledger.ts";
import { latestPlanOn } from "#db/queries/plans.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/** Where a case's money is, as either side sees it; null when the case is not the actor's. `opened` lists one account's transfers. */
export async function readMoney(ctx: Ctx, caseId: string, asked: string | null) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  const relation = kase && relationTo(ctx.actor, kase);
  if (!kase || !relation || !may(ctx.actor, "money.read", relation)) return null;
  const side: Side = relation === "creditor" ? "creditor" : "collector";
  const zone = await zoneOf(ctx.db, caseId);
  const { found, events } = await setOffsOf(ctx.db, kase, { zone });
  const moved = await transfersAbout(ctx.db, caseId);
  const opened = accountKindNames.find((kind) => kind === asked) ?? null;
  const today = dateIn(zone, ctx.now);
  const { series } = await lawBook(ctx.db);
  const facts = factsOf(await eventsOf(ctx.db, caseId));
  const { currency } = kase.answers.claim;
  const figures = figuresOf(moved, currency);
  const standing = await advancesOf(ctx.db, kase);
  const most = {
    remittance: heldInAll(heldForCreditor(moved, caseId, currency)),
    fee: figures.fee_owed,
    advance: figures.advance_owed,
    advance_return: Number(standing.free),
  };
  return {
    heading: await headingOf(kase, { facts, today, series }, ctx),
    relation,
    side,
    ...{ currency, today, zone },
    figures,
    others: othersIn(moved, currency),
    ...(await throughProvider(ctx, kase, { relation, figures })),
    ...(await planOn(ctx, kase, relation)),
    order: found.order && {
      rule: found.order.rule,
      citation: found.order.citation,
      requires: found.order.requires,
    },
    fee: (await feeSoFar(ctx.db, kase, { found, events })).inForce,
    ...(await papersOnCase(ctx, kase)),
    reports: reportsIn(moved).map((report) => told(report, { kase, side, events, found })),
    flows: flowAnswers(await flowSceneOf(ctx.db, kase)),
    mayReport: kase.collectorOrgId
      ? settlements.filter((kind) => payerOf[kind] === side && (isUsual(kind) || most[kind] > 0))
      : [],
    /** What can at most be reported of each, as it is booked. */
    mostToReport: most,
    advances: advancesSeen(ctx, kase, { found: standing, relation }),
    reportId: newId(ctx.now),
    opened: opened && { account: opened, transfers: moved.filter(touches(opened)).map(line(opened)) },
  };
}

/** Advances are spoken of where there are any. */
const isUsual = (kind: Settlement) => kind === "remittance" || kind === "fee";

/** The plan the case is paid by, or was last, and whether its reader can offer one now. */
async function planOn(ctx: Ctx, kase: CaseRow, relation: Relation) {
  const plan = await latestPlanOn(ctx.db, kase.caseId);
  const mayKeep = may(ctx.actor, "plan.keep", relation) && mayBeAskedOn(kase.status) && ctx.provider !== null;
  const { planEndsAt } = await claimNow(ctx.db, ctx, kase);
  return {
    plan: plan && (await planView(ctx, plan)),
    mayStopPlan: mayKeep && plan !== null && plan.endedAt === null,
    mayOfferPlan: mayKeep && planEndsAt !== null && (plan === null || plan.endedAt !== null),
  };
}

type Told = { kase: CaseRow; side: Side; events: Map<string, TimelineEvent>; found: SetOffs };

function told({ amount, ...report }: Report, { kase, side, events, found }: Told) {
  const by = reporterOf(report, kase.creditorOrgId, events);
  return {
    ...report,
    amount: Number(amount),
    by,
    mayAnswer: report.state === "reported" && by !== side && kase.collectorOrgId !== null,
    setOff: found.payments.find(({ id }) => id === report.id)?.setOff ?? null,
  };
}

/** What each account holds by this case's transfers alone, in the claim's currency: a party's accounts have other cases' money too. */
function figuresOf(moved: readonly Moved[], currency: string): Record<AccountKind, number> {
  const held = balancesBy(moved.filter((each) => each.currency === currency));
  const sumOf = (kind: AccountKind) =>
    [...held].reduce(
      (sum, [name, balance]) => (name.split("/")[1] === kind ? sum + Number(balance) : sum),
      0,
    );
  return Object.fromEntries(accountKindNames.map((kind) => [kind, sumOf(kind)])) as Record<
    AccountKind,
    number
  >;
}

/** What the debtor paid in other currencies than the claim's. */
function othersIn(moved: readonly Moved[], currency: string): { currency: string; amount: number }[] {
  const others = [...new Set(moved.map((each) => each.currency))].filter((each) => each !== currency);
  return others.flatMap((each) => {
    const amount = -figuresOf(moved, each).debtor;
    return amount > 0 ? [{ currency: each, amount }] : [];
  });
}

const touches =
  (kind: AccountKind) =>
  ({ from, to }: Moved) =>
    from.kind === kind || to.kind === kind;

const line =
  (kind: AccountKind) =>
  ({ from, to, amount, cause, leg, effectiveOn, recordedAt }: Moved) => ({
    key: `${cause}/${leg}`,
    cause: causeKind(cause),
    on: effectiveOn,
    recordedAt: recordedAt.toISOString(),
    other: to.kind === kind ? from.kind : to.kind,
    amount: to.kind === kind ? Number(amount) : -Number(amount),
  });
