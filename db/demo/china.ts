import { newId } from "#app/domain/ids.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { planVisit } from "#app/use-cases/contact/plan-visit.server.ts";
import { verifyChannel } from "#app/use-cases/contact/verify-channel.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { lookUpAgain, type Player } from "./cast.ts";
import { shenzhenDraft } from "./drafts.ts";
import { approve, awardTo, bid, closeRound, post, signBoth, successTerms } from "./play.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

type Cast = { admin: Player; creditor: Player; shenzhen: Player };

const zone = "Asia/Shanghai";

/** A loan in Shenzhen goes to market; its debtor was reminded long ago. */
export async function offerLoan(stage: Stage, { admin, creditor, shenzhen }: Cast, present: Date) {
  const ago = (days: number) => addDays(dateIn("UTC", present), -days);
  const draft = shenzhenDraft({ contractOn: ago(700), dueOn: ago(330) });
  const caseId = await post(stage, creditor, {
    ...draft,
    debtor: { ...draft.debtor, name: "演示债务人乙", address: "深圳市福田区演示路 1 号" },
    claim: { ...draft.claim, principal: "56000", reference: "DEMO-SZ-2" },
    history: { ...draft.history, reminderSentOn: ago(60) },
  });
  await approve(stage, admin, caseId);
  await bid(stage, shenzhen, caseId, successTerms(1300));
  return caseId;
}

/** Its collector has the mandate, knows where the debtor lives, and plans to go there in a few days. */
export async function planToVisit(
  stage: Stage,
  cast: Cast,
  { caseId, present }: { caseId: string; present: Date },
) {
  const { admin, creditor, shenzhen } = cast;
  await closeRound(stage, caseId);
  await awardTo(stage, creditor, caseId, shenzhen);
  await signBoth(stage, caseId, creditor, shenzhen);
  await lookUpAgain(stage, shenzhen, admin);
  const ctx = await ctxOf(stage, shenzhen.actor);
  const [contract] = await evidenceOf(ctx.db, ctx, caseId);
  const known = { caseId, evidenceId: contract.id, employerAddress: "no" } as const;
  value(await verifyChannel(ctx, { ...known, channel: "post", basis: "debtor_gave" }));
  const on = addDays(dateIn(zone, present), 3);
  const asked = value(
    await planVisit(ctx, {
      ...{ caseId, key: newId(ctx.now), goes: ctx.actor.userId ?? "", on, time: "14:30" },
      ...{ place: "home", consent: "yes", evidenceId: contract.id },
      purpose: "商定分期还款方案，并交付对账单。演示数据。",
    }),
  );
  if (!asked.planned) throw new Error(`The demo's visit was refused: ${JSON.stringify(asked.decision)}`);
}
