import { z } from "zod";
import type { ClaimCurrency } from "#app/domain/cases/amount.ts";
import type { Stage } from "#app/domain/law/types.ts";
import { tenderScopes } from "#app/domain/tenders/scope.ts";
import { type FeeTerms, feeForm } from "#app/domain/tenders/terms.ts";
import type { EngagementContents } from "./contents.ts";
import { authoritiesFor } from "./contents.ts";

/** What an amendment may change; at least one of them. Everything else of the mandate stays as it was signed. */
export type Changes = {
  /** The period ends on this day instead. */
  periodEndsOn?: string;
  /** Last rung of the mandate, and with it the collector's authority. */
  scope?: Stage;
  fee?: FeeTerms;
};

/** An amendment as it is drawn up, numbered within its mandate. */
export type AmendmentContents = {
  version: 1;
  number: number;
  case: { code: string; jurisdiction: string; currency: string };
  /** SHA-256 of the mandate it changes, so that it can belong to no other. */
  engagementHash: string;
  proposedBy: "creditor" | "collector";
  changes: Changes;
  /** Of the mandate before it, for whoever reads both. */
  before: { periodEndsOn: string | null; scope: Stage; fee: FeeTerms };
  drawnUpAt: string;
  answerBy: string;
};

/** Both sides sign within so many days, or it falls. */
export const amendmentAnswerDays = 7;

/**
 * The form of an amendment. The fee's own fields are read only where a fee is to change; what is left empty stays as it is.
 */
export const amendmentForm = (currency: ClaimCurrency) =>
  z
    .looseObject({
      caseId: z.uuid(),
      periodEndsOn: z.iso.date("error.date").optional(),
      scope: z.enum(tenderScopes, "error.choose").optional(),
      feeChange: z.enum(["keep", "change"], "error.choose").default("keep"),
    })
    .transform(
      ({ caseId, periodEndsOn, scope, feeChange, ...fields }, context): { caseId: string } & Changes => {
        const wanted = { caseId, periodEndsOn, scope };
        if (feeChange === "keep") return wanted;
        const fee = feeForm(currency).safeParse(fields);
        if (fee.success) return { ...wanted, fee: fee.data };
        for (const { path, message } of fee.error.issues)
          context.addIssue({ code: "custom", path: [...path], message });
        return z.NEVER;
      },
    );

/** The fee part of a mandate, without what the bidder promised besides. */
export const feeOf = ({ model, successBps, fixedFee, hourlyRate, estimatedHours }: FeeTerms): FeeTerms => ({
  model,
  successBps,
  fixedFee,
  hourlyRate,
  estimatedHours,
});

/** The mandate as it stands after the amendments that both sides signed, in their order. */
export function amended(contents: EngagementContents, agreed: readonly Changes[]): EngagementContents {
  let scope = contents.scope;
  let terms = contents.terms;
  for (const change of agreed) {
    scope = change.scope ?? scope;
    terms = { ...terms, ...change.fee };
  }
  return { ...contents, scope, authority: authoritiesFor(scope), terms };
}

/** An amendment that both sides signed, and when the second of them did. */
export type Agreed = { changes: Changes; at: Date };

/** The wordings of a mandate in their order: as it was signed, and as each amendment of fee or reach has it from its moment on. */
export function wordingsOf(
  signed: EngagementContents,
  agreed: readonly Agreed[],
): { from: Date | null; contents: EngagementContents }[] {
  const wordings: { from: Date | null; contents: EngagementContents }[] = [{ from: null, contents: signed }];
  let contents = signed;
  for (const { changes, at } of agreed) {
    if (!changes.fee && !changes.scope) continue;
    contents = amended(contents, [changes]);
    wordings.push({ from: at, contents });
  }
  return wordings;
}

export type ChangeFlaw = "nothing" | "no-later" | "same";

/** Whether an amendment changes anything; a period is moved later or, by agreement of both, ended sooner, but never into the past. */
export function flawOf(
  { periodEndsOn, scope, fee }: Changes,
  { before, today }: { before: AmendmentContents["before"]; today: string },
): ChangeFlaw | null {
  if (!periodEndsOn && !scope && !fee) return "nothing";
  if (periodEndsOn && periodEndsOn <= today) return "no-later";
  const same =
    (!periodEndsOn || periodEndsOn === before.periodEndsOn) &&
    (!scope || scope === before.scope) &&
    (!fee || JSON.stringify(feeOf(fee)) === JSON.stringify(feeOf(before.fee)));
  return same ? "same" : null;
}
