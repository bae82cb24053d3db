import { successPart } from "#app/domain/tenders/fees.ts";
import type { LegalCap } from "#app/domain/tenders/legal-cap.ts";
import type { FeeTerms } from "#app/domain/tenders/terms.ts";

export type FeeOwed = {
  /** By the engagement's terms, in minor units. */
  agreed: number;
  /** What may be asked for. */
  owed: number;
  /** The rule that lowered it, where one did. */
  cappedBy: Pick<LegalCap, "rule" | "citation"> | null;
};

/**
 * The part of the fee that hangs on the result, on all that was recovered under the mandate, capped by the law as it stands at that moment.
 * Where a share may not be taken at all, nothing is owed, whatever was agreed.
 */
export function feeOwed(terms: FeeTerms, recovered: number, cap: LegalCap): FeeOwed {
  const agreed = successPart(terms, recovered);
  const most = cap.barred ? 0 : (cap.amount ?? agreed);
  const { rule, citation } = cap;
  return most < agreed
    ? { agreed, owed: most, cappedBy: { rule, citation } }
    : { agreed, owed: agreed, cappedBy: null };
}
