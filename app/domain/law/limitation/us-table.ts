import type { LimitationKind } from "#app/domain/law/facts.ts";

/** When an act of the debtor starts the period anew: never, before the period has run, or also after it. */
export type Revival = "never" | "before" | "always";

export type StateLimitation = {
  cite: string;
  years: Partial<Record<LimitationKind, number>>;
  /** Part payment. */
  payment: Revival;
  /** An acknowledgment in a signed writing. */
  writing: Revival;
  /** Rolls from a weekend or holiday to the next court day; elsewhere the earlier day is used. */
  rolls?: true;
  /** Consumer credit of this state never restarts. */
  consumerNeverRestarts?: true;
  /** A payment restarts the period of a written instrument only. */
  paymentOnWritingOnly?: true;
  /** Bought debts never restart. */
  boughtNeverRestarts?: true;
};

/** Years by kind of debt. A kind that is absent takes the state's shortest. */
export const usLimitation: Record<string, StateLimitation> = {
  CA: {
    cite: "Cal. CCP 337(a), 337(d), 339, 360; Com. Code 2725",
    years: { written: 4, oral: 2, open_account: 4, card: 4, consumer_credit: 4, goods: 4 },
    payment: "before",
    writing: "always",
    rolls: true,
  },
  NY: {
    cite: "CPLR 213(2), 214-i; UCC 2-725; GOL 17-101",
    years: { written: 6, oral: 6, open_account: 6, card: 3, consumer_credit: 3, goods: 4 },
    payment: "before",
    writing: "always",
    consumerNeverRestarts: true,
  },
  TX: {
    cite: "Tex. CPRC 16.004, 16.065; Fin. Code 392.307",
    years: { written: 4, oral: 4, open_account: 4, card: 4, consumer_credit: 4, goods: 4 },
    payment: "never",
    writing: "always",
    boughtNeverRestarts: true,
  },
  FL: {
    cite: "Fla. Stat. 95.11, 95.051(1)(f), 95.04",
    years: { written: 5, oral: 4, open_account: 4, card: 4, consumer_credit: 4, goods: 4 },
    paymentOnWritingOnly: true,
    payment: "before",
    writing: "always",
  },
  IL: {
    cite: "735 ILCS 5/13-205, 5/13-206; 810 ILCS 5/2-725",
    years: { written: 10, oral: 5, open_account: 5, card: 5, consumer_credit: 5, goods: 4 },
    payment: "before",
    writing: "always",
  },
  MA: {
    cite: "Mass. G.L. c.260 s.2; c.106 s.2-725",
    years: { written: 6, oral: 6, open_account: 6, card: 6, consumer_credit: 6, goods: 4 },
    payment: "before",
    writing: "before",
  },
  WA: {
    cite: "RCW 4.16.040, 4.16.080, 4.16.270; 62A.2-725",
    years: { written: 6, oral: 3, open_account: 6, card: 3, consumer_credit: 3, goods: 4 },
    payment: "before",
    writing: "before",
  },
  NJ: {
    cite: "N.J.S.A. 2A:14-1; 12A:2-725",
    years: { written: 6, oral: 6, open_account: 6, card: 6, consumer_credit: 6, goods: 4 },
    payment: "before",
    writing: "before",
  },
  PA: {
    cite: "42 Pa.C.S. 5525",
    years: { written: 4, oral: 4, open_account: 4, card: 4, consumer_credit: 4, goods: 4 },
    payment: "before",
    writing: "before",
  },
  GA: {
    cite: "O.C.G.A. 9-3-24, 9-3-25, 9-3-26",
    years: { written: 6, oral: 4, open_account: 4, card: 4, consumer_credit: 4, goods: 4 },
    payment: "never",
    writing: "before",
  },
};

/** A year count by kind; the shortest of the state where the kind is not known. */
export function yearsOf(
  law: StateLimitation,
  kind: LimitationKind | null,
): { shortest: number; longest: number } {
  const named = kind ? law.years[kind] : undefined;
  if (named !== undefined) return { shortest: named, longest: named };
  const all = Object.values(law.years);
  return { shortest: Math.min(...all), longest: Math.max(...all) };
}
