import { may } from "#app/domain/accounts/access.ts";
import { mostToSpend } from "#app/domain/advances/advances.ts";
import { isClaimCurrency, typedAmount } from "#app/domain/cases/amount.ts";
import { isId, newId } from "#app/domain/ids.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { advancesOf } from "#app/use-cases/advances-of.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { kindsOpen } from "./ask-advance.server.ts";
import { costsToCome } from "./costs-to-come.server.ts";

async function ownCase(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  return kase && may(ctx.actor, "advance.ask", relationTo(ctx.actor, kase)) ? kase : null;
}

const papersOf = async (ctx: Ctx, caseId: string) =>
  (await evidenceOf(ctx.db, ctx, caseId)).map(({ id, title }) => ({ id, title }));

/** What the form to ask for an advance starts from; null when the case is not this collector's. */
export async function advanceView(ctx: Ctx, caseId: string) {
  const kase = await ownCase(ctx, caseId);
  if (!kase) return null;
  const { acts, fixedFeeLeft } = await costsToCome(ctx.db, ctx, kase);
  return {
    ...{ caseId, code: kase.code, currency: kase.answers.claim.currency, advanceId: newId(ctx.now) },
    acts: acts.map(({ act, fee }) => ({ act, fee: fee && { amount: fee.amount, citation: fee.citation } })),
    ...{ kinds: kindsOpen(fixedFeeLeft), fixedFeeLeft, free: Number((await advancesOf(ctx.db, kase)).free) },
    evidence: await papersOf(ctx, caseId),
  };
}

/** One advance, to record its receipt or to end it; without it where there is none that this can be done with. */
export async function oneAdvanceView(ctx: Ctx, caseId: string, asked: string | null) {
  const kase = await ownCase(ctx, caseId);
  if (!kase) return null;
  const { advances, free } = await advancesOf(ctx.db, kase);
  const found = advances.find(({ id, state }) => id === asked && (state === "asked" || state === "funded"));
  const zone = await zoneOf(ctx.db, caseId);
  const { currency } = kase.answers.claim;
  return {
    ...{ caseId, code: kase.code, currency, today: dateIn(zone, ctx.now) },
    evidence: await papersOf(ctx, caseId),
    advance: found
      ? {
          ...{ id: found.id, act: found.act, kind: found.kind, state: found.state },
          ...{ need: Number(found.need), most: Number(mostToSpend(found, free)) },
          typedNeed: isClaimCurrency(currency) ? typedAmount(Number(found.need), currency) : "",
        }
      : null,
  };
}
