import { successPart } from "#app/domain/tenders/fees.ts";
import type { LegalCap } from "#app/domain/tenders/legal-cap.ts";
import type { FeeTerms } from "#app/domain/tenders/terms.ts";

export type FeeOwed = {
  /** By the engagement's terms, in minor units. */
  agreed: number;
  /** What may be asked for. */
  owed: number;
  /** The rule that lowered it, where one did; of several the last. */
  cappedBy: Pick<LegalCap, "rule" | "citation"> | null;
};

/** What was recovered under one wording of the terms. */
export type FeePart = {
  terms: FeeTerms;
  recovered: number;
  /** The law's cap on all that was recovered under the mandate up to the end of this wording. */
  cap: LegalCap;
};

/**
 * The part of the fee that hangs on the result, on all that was recovered under a mandate, wording by wording. Each is capped by the law with
 * those before it, so what was owed under one wording is neither lowered nor raised by a later one. Where a share may not be taken at all,
 * nothing is owed, whatever was agreed.
 */
export const feeOwed = (parts: readonly FeePart[]): FeeOwed =>
  parts.reduce<FeeOwed>(
    (before, { terms, recovered, cap }) => {
      const agreed = successPart(terms, recovered);
      const room = cap.barred ? 0 : Math.max(0, (cap.amount ?? before.owed + agreed) - before.owed);
      const { rule, citation } = cap;
      return {
        agreed: before.agreed + agreed,
        owed: before.owed + Math.min(agreed, room),
        cappedBy: room < agreed ? { rule, citation } : before.cappedBy,
      };
    },
    { agreed: 0, owed: 0, cappedBy: null },
  );
