import { claimCurrencies, isClaimCurrency } from "#app/domain/cases/amount.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { type LotTerms, termsOfClaim } from "#app/domain/portfolios/lot-terms.ts";
import { daysBetween } from "#app/domain/timeline/local-time.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { mandatesOf } from "#db/queries/engagements.ts";
import { lotOfClaim } from "#db/queries/lots.ts";

/** The mandates that a case is collected under because it came out of a lot, each with the terms of the case's own band. */
export async function mandatesOfLot(reader: Reader, { caseId, answers }: CaseRow) {
  const lot = await lotOfClaim(reader, caseId);
  if (!lot) return [];
  const { principal, currency, dueOn } = answers.claim;
  const minorUnit = isClaimCurrency(currency) ? 10 ** claimCurrencies[currency] : 100;
  const days = daysBetween(dueOn, lot.createdAt.toISOString().slice(0, 10));
  const mandates = await mandatesOf(reader, lot.caseId);
  return mandates.map(({ contents, ...mandate }) => {
    const signed: EngagementContents = JSON.parse(contents);
    const terms = termsOfClaim(signed.terms as LotTerms, { principal, days }, minorUnit);
    return { ...mandate, contents: JSON.stringify({ ...signed, terms }) };
  });
}
