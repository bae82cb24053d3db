import { betaQuantile } from "./beta.ts";
import { surveyRange } from "./recovery-survey.ts";

/** What is known of a claim that says how much of it may come in. */
export type Prospect = {
  jurisdiction: string;
  purpose: string;
  debtorKind: string;
  disputed: string;
  /** Since it fell due, when the mandate begins. */
  ageDays: number;
  /** The rung the mandate runs to. */
  scope: string;
};

/**
 * Where within the surveys' range a mandate stands, in basis points of that range. A judgment of the platform and no figure of a
 * survey: who may sue gets more out of the same debts than who may only ask.
 */
const withinRange: Partial<Record<string, number>> = {
  formal_demand: 2_500,
  judgment: 5_000,
  enforcement: 7_500,
};
const middle = 5_000;

/** The share of the principal that claims like this one brought on average, in basis points. */
export function baseRate({ ageDays, scope }: Pick<Prospect, "ageDays" | "scope">): number {
  const { low, high } = surveyRange(ageDays);
  return low + Math.round(((high - low) * (withinRange[scope] ?? middle)) / 10_000);
}

/** `fair`: the surveys counted claims like this one. `rough`: they did not, and are the best there is. */
export type Confidence = "fair" | "rough";

export const confidenceIn = ({
  jurisdiction,
  purpose,
  debtorKind,
  disputed,
  ageDays,
}: Prospect): Confidence =>
  jurisdiction.startsWith("US") &&
  purpose === "commercial" &&
  debtorKind === "company" &&
  disputed === "no" &&
  ageDays <= 365
    ? "fair"
    : "rough";

/** As how many closed cases the surveys count beside a firm's own; fewer where they speak of other claims. */
export const surveyWeight: Record<Confidence, number> = { fair: 20, rough: 8 };

/** One closed case of a firm: the share that came in and what the surveys would have said of it, in basis points. */
export type ClosedCase = { share: number; base: number };

/** What may come in, as a share of the principal in basis points, and how far to trust it. */
export type Expectation = {
  share: number;
  /** Eight of ten firms with such a record lie between. */
  low: number;
  high: number;
  base: number;
  /** Closed cases of the firm that it rests on besides the surveys. */
  cases: number;
  confidence: Confidence;
};

const tail = 0.1;
const bps = 10_000;

/**
 * The surveys' rate, moved by how the firm's own closed cases did against what the surveys said of each of them: by the sum of the
 * differences over the number of cases and the surveys' weight. Few cases move it little, and hard cases count for no less than easy ones.
 */
export function expectedShare(prospect: Prospect, record: readonly ClosedCase[]): Expectation {
  const base = baseRate(prospect);
  const confidence = confidenceIn(prospect);
  const strength = surveyWeight[confidence] + record.length;
  const differences = record.reduce((sum, { share, base: expected }) => sum + share - expected, 0);
  const share = Math.min(bps - 50, Math.max(50, base + Math.round(differences / strength)));
  const [a, b] = [(share / bps) * strength, (1 - share / bps) * strength];
  const at = (probability: number) => Math.round(betaQuantile(a, b, probability) * bps);
  const [low, high] = [Math.min(share, at(tail)), Math.max(share, at(1 - tail))];
  return { share, low, high, base, cases: record.length, confidence };
}
