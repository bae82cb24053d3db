import { divideHalfUp } from "#app/domain/law/money/decimal.ts";
import type { MoneyRefusal } from "#app/domain/law/money/interest.ts";

/** A band charges its part of the amount: up to this sum (minor units; null: no end), so many hundredths of one per mille. */
type Band = { upTo: number | null; rate: number; flat?: number };
const SCALE = 100_000n;

const yuan = (amount: number) => amount * 100;

/** 诉讼费用交纳办法 13: marginal, in parts of 100,000. */
const acceptance: readonly Band[] = [
  { upTo: yuan(10_000), rate: 0, flat: yuan(50) },
  { upTo: yuan(100_000), rate: 2500 },
  { upTo: yuan(200_000), rate: 2000 },
  { upTo: yuan(500_000), rate: 1500 },
  { upTo: yuan(1_000_000), rate: 1000 },
  { upTo: yuan(2_000_000), rate: 900 },
  { upTo: yuan(5_000_000), rate: 800 },
  { upTo: yuan(10_000_000), rate: 700 },
  { upTo: yuan(20_000_000), rate: 600 },
  { upTo: null, rate: 500 },
];
const enforcement: readonly Band[] = [
  { upTo: yuan(10_000), rate: 0, flat: yuan(50) },
  { upTo: yuan(500_000), rate: 1500 },
  { upTo: yuan(5_000_000), rate: 1000 },
  { upTo: yuan(10_000_000), rate: 500 },
  { upTo: null, rate: 100 },
];
const preservation: readonly Band[] = [
  { upTo: yuan(1_000), rate: 0, flat: yuan(30) },
  { upTo: yuan(100_000), rate: 1000 },
  { upTo: null, rate: 500 },
];
const PRESERVATION_MOST = BigInt(yuan(5_000)) * SCALE;

/** The exact fee in 100,000ths of a fen. */
function exact(bands: readonly Band[], amount: number): bigint {
  let fee = 0n;
  let below = 0;
  for (const { upTo, rate, flat } of bands) {
    if (flat !== undefined) fee += BigInt(flat) * SCALE;
    const part = Math.max(0, Math.min(amount, upTo ?? amount) - below);
    fee += BigInt(part) * BigInt(rate);
    if (upTo === null || amount <= upTo) break;
    below = upTo;
  }
  return fee;
}

export const courtFeeKinds = [
  "acceptance",
  "simplified",
  "payment-order",
  "enforcement",
  "preservation",
  "filing",
] as const;
export type CourtFeeKind = (typeof courtFeeKinds)[number];

/** A federal civil complaint, in cents (28 USC 1914 and the miscellaneous fee schedule of 1 Dec 2023). */
const FEDERAL_FILING = 405_00;

export type CourtFee = {
  refused: false;
  fee: number;
  currency: string /** Whether it is paid in advance. */;
  prepaid: boolean;
  citation: string;
};

function mainland(kind: CourtFeeKind, amount: number): CourtFee | null {
  const cite = (article: string) => `诉讼费用交纳办法 ${article}`;
  const made = (fee: bigint, divisor: bigint, prepaid: boolean, article: string): CourtFee => ({
    refused: false,
    fee: Number(divideHalfUp(fee, SCALE * divisor)),
    currency: "CNY",
    prepaid,
    citation: cite(article),
  });
  switch (kind) {
    case "acceptance":
      return made(exact(acceptance, amount), 1n, true, "13");
    case "simplified":
      return made(exact(acceptance, amount), 2n, true, "15-16");
    case "payment-order":
      return made(exact(acceptance, amount), 3n, true, "14(3)");
    case "enforcement":
      return made(exact(enforcement, amount), 1n, false, "14(1), 20, 38");
    case "preservation": {
      const fee = exact(preservation, amount);
      return made(fee > PRESERVATION_MOST ? PRESERVATION_MOST : fee, 1n, true, "14(2)");
    }
    case "filing":
      return null;
  }
}

export type CourtFeeQuestion = {
  jurisdiction: string;
  kind: CourtFeeKind /** Minor units. */;
  amount: number;
  court?: string;
};

/**
 * The fee of a court step on a claim for money. Minor units, rounded half up once.
 *
 * Refused where the schedule is not on file: the court is asked for a quote.
 */
export function courtFee({ jurisdiction, kind, amount, court }: CourtFeeQuestion): CourtFee | MoneyRefusal {
  if (jurisdiction.startsWith("CN")) {
    const fee = mainland(kind, amount);
    if (fee) return fee;
  }
  if (jurisdiction.startsWith("US") && kind === "filing" && court === "federal_district") {
    return { refused: false, fee: FEDERAL_FILING, currency: "USD", prepaid: true, citation: "28 USC 1914" };
  }
  return {
    refused: true,
    rule: jurisdiction.startsWith("US") ? "US-STATE-04" : "X-09",
    reason: "manual_quote",
    requires: ["quote"],
  };
}
