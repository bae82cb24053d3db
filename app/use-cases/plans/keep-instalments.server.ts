import { may } from "#app/domain/accounts/access.ts";
import { daysOfGrace, debitOn, noticeRules } from "#app/domain/payments/plans.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { addDays, dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import { askPayment } from "#app/use-cases/ask-payment.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { debitVerdict, nextDebitAt, startDebit } from "#app/use-cases/debit.server.ts";
import { endPlan } from "#app/use-cases/end-plan.server.ts";
import { tellOfPart, tellOfPlan } from "#app/use-cases/keep-plan.server.ts";
import { payPath } from "#app/use-cases/pay-link.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import {
  type Instalment,
  lockPart,
  lockPlan,
  type Plan,
  partsDue,
  partsMissed,
  partsToTellOf,
  updatePart,
  updatePlan,
} from "#db/queries/plans.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { transact } from "#db/transact.ts";

const batch = 20;
const dayMs = 86_400_000;
const longestNotice = Math.max(...Object.values(noticeRules).map(({ days }) => days));

/**
 * Looks after plans that are being paid: asks for the parts whose day has come, each once; reminds the parties before a debit, and tells
 * them of a part that was missed. Answers how many parts it settled.
 */
export async function keepInstalments(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "provider.work", "none")) return err({ kind: "not-allowed" });
  let settled = 0;
  for (const { part } of await partsDue(ctx.db, ctx.now, batch))
    if (await held(ctx, part, askFor)) settled += 1;
  const soon = addDays(dateIn("UTC", ctx.now), longestNotice);
  for (const { part, plan } of await partsToTellOf(ctx.db, soon, batch))
    if (isNear(part, plan, ctx.now) && (await held(ctx, part, remind))) settled += 1;
  const before = addDays(dateIn("UTC", ctx.now), -daysOfGrace);
  for (const { part } of await partsMissed(ctx.db, before, batch))
    if (await held(ctx, part, tellMissed)) settled += 1;
  return ok(settled);
}

const isNear = ({ dueOn }: Instalment, { methodKind }: Plan, now: Date): boolean =>
  addDays(dateIn("UTC", now), noticeRules[methodKind ?? "card"].days) >= dueOn;

type Held = { kase: CaseRow; plan: Plan; part: Instalment; zone: string };
type Work = (tx: Tx, ctx: Ctx, held: Held) => Promise<boolean>;

/** One part in a transaction of its own, with its case, its plan and itself held, in that order: of two workers the second finds it done. */
async function held(ctx: Ctx, { caseId, planId, seq }: Instalment, work: Work): Promise<boolean> {
  const done = await transact<boolean, never>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    const plan = await lockPlan(tx, { caseId, id: planId });
    const part = await lockPart(tx, { caseId, planId, seq });
    if (!kase || !part || plan?.status !== "active") return ok(false);
    const zone = await zoneOf(tx, caseId);
    return ok(await work(tx, ctx, { kase, plan, part, zone }));
  });
  return done.ok && done.value;
}

const askFor: Work = async (tx, ctx, given) => {
  const { kase, plan, part } = given;
  if (part.state !== "planned" || part.lookAt > ctx.now) return false;
  const later = laterThanNow(ctx, given);
  if (later) {
    await updatePart(tx, part, { lookAt: later });
    return true;
  }
  const verdict = await debitVerdict(tx, ctx, { kase, amount: part.amount });
  switch (verdict.kind) {
    case "wait":
      await updatePart(tx, part, { lookAt: new Date(ctx.now.getTime() + dayMs) });
      return true;
    case "end":
      await endPlan(tx, ctx, plan, verdict.why);
      await tellOfPlan(tx, ctx, kase, "plan_ended");
      return true;
    case "debit":
      return ask(tx, ctx, given, verdict.amount);
  }
};

/** When the part may be debited, where that is not now: two debits stand some days apart, and each was told of in time. */
function laterThanNow({ now }: Ctx, { plan, part, zone }: Held): Date | null {
  const spaced = nextDebitAt(plan);
  if (spaced && spaced > now) return spaced;
  const { methodKind, savedAt } = plan;
  if (!methodKind || !savedAt) return null;
  const told = instantAt(zone, debitOn(part, { kind: methodKind, savedOn: dateIn(zone, savedAt) }), "10:00");
  return told && told > now ? told : null;
}

/** By the saved method, or where there is none by a page of its own that the debtor is given. */
async function ask(tx: Tx, ctx: Ctx, { kase, plan, part }: Held, amount: bigint): Promise<boolean> {
  await updatePart(tx, part, { state: "asked" });
  if (plan.methodId) {
    await startDebit(tx, ctx, { kase, plan, part, amount });
    await updatePlan(tx, plan, { debitedAt: ctx.now });
    return true;
  }
  const { caseId, orgId, currency } = plan;
  const path = payPath(ctx.secrets, { caseId, id: part.paymentId });
  const asked = await askPayment(tx, ctx, {
    ...{ id: part.paymentId, caseId, purpose: "recovery", orgId, amount, currency, label: kase.code },
    ...{ forPlan: true, locale: ctx.locale, paidPath: path, backPath: path },
  });
  if (asked.ok) return true;
  await updatePart(tx, part, { state: "planned", lookAt: new Date(ctx.now.getTime() + dayMs) });
  return true;
}

const remind: Work = async (tx, ctx, { kase, part }) => {
  if (part.state !== "planned" || part.remindedAt) return false;
  await updatePart(tx, part, { remindedAt: ctx.now });
  await tellOfPart(tx, ctx, kase, "instalment_near", part);
  return true;
};

const tellMissed: Work = async (tx, ctx, { kase, part }) => {
  if (part.state !== "asked" || part.missedAt) return false;
  await updatePart(tx, part, { missedAt: ctx.now });
  await tellOfPart(tx, ctx, kase, "instalment_missed", part);
  return true;
};
