import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { changePrice } from "#app/use-cases/tenders/change-price.server.ts";
import { publishPrice } from "#app/use-cases/tenders/publish-price.server.ts";
import type { Player } from "./cast.ts";
import { invoiceDraft } from "./drafts.ts";
import { approve, fixedTerms, post, successTerms } from "./play.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

const plan = "Written reminder, one call in business hours, then an itemised demand with 14 days to answer.";

/** The agency's and the lawyer's price grids, and a claim that may take one of them. */
export async function playStandingPrices(
  stage: Stage,
  { admin, creditor, lawyer, agency }: { admin: Player; creditor: Player; lawyer: Player; agency: Player },
): Promise<void> {
  const claims = { claimKinds: ["invoice_b2b", "goods", "services"] as const, currency: "USD" as const };
  const companies = { debtorKinds: ["company" as const], weeklyCap: null };
  const publish = async (by: Player, given: { least: number; most: number; bps: number; fixed?: number }) => {
    const ctx = await ctxOf(stage, by.actor);
    const { least, most, bps, fixed } = given;
    const terms = fixed
      ? {
          ...successTerms(bps),
          ...(bps > 0 ? { model: "hybrid" as const, fixedFee: fixed } : fixedTerms(fixed)),
        }
      : successTerms(bps);
    const until = addDays(dateIn("UTC", ctx.now), 180);
    const price = {
      ...companies,
      ...claims,
      claimKinds: [...claims.claimKinds],
      places: ["US-CA"],
      least,
      most,
      until,
    };
    const published = value(
      await publishPrice(ctx, { ...price, terms: { ...terms, plan, expectedMonths: 2 } }),
    );
    return published.priceId;
  };
  await publish(agency, { least: 500_00, most: 5_000_00, bps: 2_500 });
  await publish(agency, { least: 5_000_01, most: 50_000_00, bps: 1_800 });
  await publish(lawyer, { least: 5_000_01, most: 50_000_00, bps: 900, fixed: 450_00 });
  const paused = await publish(lawyer, { least: 50_000_01, most: 250_000_00, bps: 0, fixed: 2_400_00 });
  value(await changePrice(await ctxOf(stage, lawyer.actor), { priceId: paused, to: "paused" }));

  const today = dateIn("UTC", (await ctxOf(stage, creditor.actor)).now);
  const draft = invoiceDraft(
    { state: "US-CA", debtor: "Demo Bakery Incorporated", principal: "12,640.00", reference: "DEMO-1005" },
    { contractOn: addDays(today, -140), dueOn: addDays(today, -75) },
  );
  const goal = { ...draft.goal, goal: "amicable", lane: "standing" };
  await approve(stage, admin, await post(stage, creditor, { ...draft, goal }));
}
