import { type CourtFeeKind, courtFee } from "#app/domain/law/money/court-fee.ts";
import type { PackId } from "#app/domain/law/pack.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import { legalCap } from "#app/domain/tenders/legal-cap.ts";
import { scopeOf } from "#app/domain/tenders/scope.ts";

/** A figure of what a rung costs; amounts in minor units of the claim's currency. */
export type CostFigure = {
  /** Key of `ladder.figure.*`. */
  kind: "court" | "court_simplified" | "payment_order" | "enforcement" | "fee_cap";
  amount: number;
  currency: string;
  /** Whether it is paid in advance; null where that is no question. */
  prepaid: boolean | null;
  citation: string;
};

type Claim = {
  pack: { id: PackId; currency: string; series: Series };
  jurisdiction: string;
  currency: string;
  principal: number;
  /** Interest to the day, where it is counted. */
  interest: number;
  /** What is asked for: principal and interest less what was paid. */
  total: number;
  /** The day of filing, a civil date. */
  on: string;
};

type Asked = { figure: CostFigure["kind"]; fee: CourtFeeKind };

/** The court fees of a rung, by the country's own names for them; a rung that is not listed has none on file. */
const courtFees: Record<PackId, Readonly<Record<string, readonly Asked[]>>> = {
  US: {},
  CN: {
    payment_order: [{ figure: "payment_order", fee: "payment-order" }],
    lawsuit: [
      { figure: "court", fee: "acceptance" },
      { figure: "court_simplified", fee: "simplified" },
    ],
    enforcement: [{ figure: "enforcement", fee: "enforcement" }],
  },
  "GB-EW": { lawsuit: [{ figure: "court", fee: "issue" }] },
  DE: {
    payment_order: [{ figure: "payment_order", fee: "payment-order" }],
    lawsuit: [{ figure: "court", fee: "suit" }],
  },
};

/** What the steps of a rung cost by the tables on file, on what is claimed today. No figure where there is none on file: the court is asked. */
export function costsOf(stage: string, claim: Claim): CostFigure[] {
  if (claim.currency !== claim.pack.currency || claim.total <= 0) return [];
  return stage === "lawyer_letter"
    ? lawyersCap(claim)
    : feesOfCourt(courtFees[claim.pack.id][stage] ?? [], claim);
}

type Sums = { amount: number; interestToIssue?: number };

/** England counts the fee on the claim with its interest to the day of issue (GB-FEE-01), Germany on the claim without it (GKG 43); elsewhere on what is claimed. */
const sumsOf: Partial<Record<PackId, (claim: Pick<Claim, "principal" | "interest">) => Sums>> = {
  "GB-EW": ({ principal, interest }) => ({ amount: principal, interestToIssue: interest }),
  DE: ({ principal }) => ({ amount: principal }),
};

function feesOfCourt(asked: readonly Asked[], claim: Claim): CostFigure[] {
  const { jurisdiction, principal, interest, total, on, pack } = claim;
  return asked.flatMap(({ figure, fee: kind }): CostFigure[] => {
    const sums = sumsOf[pack.id]?.({ principal, interest }) ?? { amount: total };
    const found = courtFee({ jurisdiction, kind, ...sums, on, series: pack.series });
    if (found.refused) return [];
    const { fee: amount, currency, prepaid, citation } = found;
    return [{ kind: figure, amount, currency, prepaid, citation }];
  });
}

/** The most a lawyer may take of the whole if all of it is recovered. */
function lawyersCap({ jurisdiction, currency, principal, total }: Claim): CostFigure[] {
  const scope = scopeOf.up_to_lawsuit;
  const { amount, barred, citation } = legalCap({
    jurisdiction,
    currency,
    recovered: total,
    principal,
    scope,
    bidder: "lawyer",
  });
  return amount === null || barred ? [] : [{ kind: "fee_cap", amount, currency, prepaid: null, citation }];
}
