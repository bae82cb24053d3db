import { may } from "#app/domain/accounts/access.ts";
import { isClaimCurrency, parseAmount, typedAmount } from "#app/domain/cases/amount.ts";
import { type AnswerProposal, mustTellCosts } from "#app/domain/debtors/plan-answers.ts";
import { proposalOf } from "#app/domain/debtors/proposal.ts";
import { isId, newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { payeesOf } from "#app/use-cases/payees.server.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import { afterDay } from "#app/use-cases/timeline/record-fact.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { type CaseRow, findCase, lockCase, relationTo } from "#db/queries/cases.ts";
import { insertProposalAnswer, type ProposalAnswer } from "#db/queries/proposals.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";
import { offerPlan } from "./offer-plan.server.ts";
import { type Made, proposalsOn, sumOf, waitingOf } from "./proposals.server.ts";

export type AnswerRefusal =
  | { kind: "case-not-found" }
  | { kind: "case-closed" }
  /** Answered, or followed by another one. */
  | { kind: "proposal-over" }
  | { kind: "proposal-past" }
  | { kind: "field"; field: "monthly" | "firstOn" | "reason" | "free"; key: string }
  | NotLawful;

type Scene = { kase: CaseRow; made: Made; today: string; zone: string };
type Figures = Pick<ProposalAnswer, "monthly" | "firstOn" | "reason" | "eventSeq">;
const none: Figures = { monthly: null, firstOn: null, reason: null, eventSeq: null };

/**
 * Answers a debtor's proposal to pay in parts. Accepted, it is the plan that stands in the case's log from this moment on, and where somebody's account
 * can be paid by law and at the provider its parts are made payable too. The debtor reads at the door what became of it; no words go along.
 */
export async function answerProposal(ctx: Ctx, input: AnswerProposal): Promise<Result<null, AnswerRefusal>> {
  const answered = await transact<Scene, AnswerRefusal>(ctx, async (tx) => {
    const scene = await sceneOf(tx, ctx, input);
    if (!scene.ok) return scene;
    const figures = await figuresFor(tx, ctx, scene.value, input);
    if (!figures.ok) return figures;
    await keep(tx, ctx, scene.value, { input, figures: figures.value });
    return scene;
  });
  if (!answered.ok) return answered;
  if (input.answer === "accepted") await makePayable(ctx, answered.value);
  return ok(null);
}

async function sceneOf(tx: Tx, ctx: Ctx, input: AnswerProposal): Promise<Result<Scene, AnswerRefusal>> {
  const kase = await lockCase(tx, ctx.actor, input.caseId);
  if (!kase || !ctx.actor.orgId || !may(ctx.actor, "plan.keep", relationTo(ctx.actor, kase)))
    return err({ kind: "case-not-found" });
  if (kase.status === "closed" || kase.status === "refused") return err({ kind: "case-closed" });
  const made = waitingOf(await proposalsOn(tx, kase.caseId, await eventsOf(tx, kase.caseId)));
  if (made?.said.id !== input.statementId) return err({ kind: "proposal-over" });
  const zone = await zoneOf(tx, kase.caseId);
  return ok({ kase, made, zone, today: dateIn(zone, ctx.now) });
}

function figuresFor(
  tx: Tx,
  ctx: Ctx,
  scene: Scene,
  input: AnswerProposal,
): Promise<Result<Figures, AnswerRefusal>> {
  switch (input.answer) {
    case "accepted":
      return accept(tx, ctx, scene, input);
    case "countered":
      return Promise.resolve(counter(scene, input));
    case "declined": {
      const { reason } = input;
      const needed = err<AnswerRefusal>({ kind: "field", field: "reason", key: "error.choose" });
      return Promise.resolve(reason ? ok({ ...none, reason }) : needed);
    }
  }
}

async function accept(tx: Tx, ctx: Ctx, scene: Scene, { free }: AnswerProposal) {
  const { kase, made, zone, today } = scene;
  const { proposal, said } = made;
  if (tellsCosts(kase) && free !== "yes")
    return err<AnswerRefusal>({ kind: "field", field: "free", key: "error.required" });
  if (proposal.firstOn < today) return err<AnswerRefusal>({ kind: "proposal-past" });
  const { each, last, count, firstOn, lastOn } = proposal;
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "plan_agreed",
    occurredAt: ctx.now,
    payload: {
      act: { direction: "in", endsAt: afterDay(zone, lastOn) },
      refs: { proposal: said.id, proposalSeq: said.eventSeq, each, last, count, firstOn, lastOn },
    },
  });
  return recorded.ok ? ok({ ...none, eventSeq: recorded.value.seq }) : recorded;
}

const tellsCosts = ({ packId, answers }: Pick<CaseRow, "packId" | "answers">) =>
  mustTellCosts({ packId, isPerson: answers.debtor.kind !== "company" });

function counter({ kase, made, today }: Scene, input: AnswerProposal): Result<Figures, AnswerRefusal> {
  const { currency } = kase.answers.claim;
  const wrong = (field: "monthly" | "firstOn", key: string) => err({ kind: "field" as const, field, key });
  const typed = input.monthly && isClaimCurrency(currency) ? parseAmount(input.monthly, currency) : null;
  if (!typed?.ok) return wrong("monthly", "error.amount");
  const { firstOn } = input;
  if (!firstOn) return wrong("firstOn", "error.required");
  if (firstOn < today) return wrong("firstOn", "error.date_past");
  if (!proposalOf({ owed: sumOf(made.proposal), monthly: typed.value, firstOn }))
    return wrong("monthly", "error.amount");
  return ok({ ...none, monthly: typed.value, firstOn });
}

type Keeping = { input: AnswerProposal; figures: Figures };

async function keep(tx: Tx, ctx: Ctx, { kase, made }: Scene, { input, figures }: Keeping): Promise<void> {
  const { userId, orgId } = ctx.actor;
  if (!userId || !orgId) throw new Error("A proposal is answered by a person of a firm");
  const { caseId, code, creditorOrgId, collectorOrgId } = kase;
  await insertProposalAnswer(tx, {
    ...{ caseId, statementId: made.said.id, answer: input.answer, ...figures },
    ...{ answeredBy: userId, answeredByOrgId: orgId, answeredAt: ctx.now },
  });
  await insertAudit(tx, ctx, {
    ...{ operation: `proposal.${input.answer}`, subjectKind: "case", subjectId: caseId },
    details: { statementId: made.said.id },
  });
  const other = orgId === creditorOrgId ? collectorOrgId : creditorOrgId;
  if (!other) return;
  await notify(tx, ctx, {
    ...{ toOrgId: other, kind: "proposal_answered", href: `/cases/${caseId}` },
    values: { case: code, answerKey: `proposal.answer.${input.answer}` },
  });
}

/** Its parts, where exactly one account can take them; else the plan stands in the log, and a party makes it payable by hand. */
async function makePayable(ctx: Ctx, { kase, made: { proposal } }: Scene): Promise<void> {
  const { currency } = kase.answers.claim;
  const payees = await payeesOf(ctx, kase);
  if (payees.length !== 1 || !isClaimCurrency(currency)) return;
  const { count, firstOn } = proposal;
  if (count < 2) return;
  await offerPlan(ctx, {
    ...{ caseId: kase.caseId, planId: newId(ctx.now), payee: payees[0].payee, rhythm: "monthly" },
    ...{ total: typedAmount(sumOf(proposal), currency), count, firstOn },
  });
}

/** What waits to be answered, and what answering asks for; null for who may not, and where nothing waits. */
export async function proposalView(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "plan.keep", relationTo(ctx.actor, kase))) return null;
  const made = waitingOf(await proposalsOn(ctx.db, caseId, await eventsOf(ctx.db, caseId)));
  const zone = await zoneOf(ctx.db, caseId);
  const { currency } = kase.answers.claim;
  return {
    ...{ caseId, code: kase.code, currency, tellsCosts: tellsCosts(kase) },
    waiting: made && {
      statementId: made.said.id,
      proposal: made.proposal,
      isPast: made.proposal.firstOn < dateIn(zone, ctx.now),
    },
  };
}
