import { minorUnitOf } from "#app/domain/cases/amount.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { type LotTerms, termsOfClaim } from "#app/domain/portfolios/lot-terms.ts";
import { daysBetween } from "#app/domain/timeline/local-time.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { mandatesOf } from "#db/queries/engagements.ts";
import { lotOfClaim } from "#db/queries/lots.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/** The lot's mandates that a case was collected under, each with the terms of the case's own band; the latest first. */
export async function mandatesOfLot(
  reader: Reader,
  { caseId, answers }: Pick<CaseRow, "caseId" | "answers">,
) {
  const lot = await lotOfClaim(reader, caseId);
  if (!lot) return [];
  const { principal, currency, dueOn } = answers.claim;
  const engaged = (await eventsOf(reader, caseId)).filter(({ type }) => type === "engaged");
  const under = new Set(engaged.map(({ payload }) => payload.refs?.engagementId));
  const mandates = await mandatesOf(reader, lot.caseId);
  return mandates
    .filter(({ id }) => under.has(id))
    .map(({ contents, ...mandate }) => {
      const signed: EngagementContents = JSON.parse(contents);
      const days = daysBetween(dueOn, signed.lot?.countedOn ?? lot.createdAt.toISOString().slice(0, 10));
      const terms = termsOfClaim(signed.terms as LotTerms, { principal, days }, minorUnitOf(currency));
      return { ...mandate, contents: JSON.stringify({ ...signed, terms }) };
    });
}
