/**
 * The three shapes in which statutes write fees. Amounts in minor units; rates in 100,000ths of the amount.
 */
export type FeeTable =
  /** Each band charges its own part of the amount, `flat` besides where it begins (诉讼费用交纳办法 13). */
  | { kind: "marginal"; bands: readonly { upTo: number | null; rate: number; flat?: number }[] }
  /** A first fee up to `first.upTo`, then so much for each started step of a band (RVG 13, GKG 34). */
  | {
      kind: "stepped";
      first: { upTo: number; fee: number };
      bands: readonly { upTo: number | null; step: number; fee: number }[];
    }
  /** One fee a band: a sum, or a share of the whole amount (Civil Proceedings Fees Order). */
  | { kind: "banded"; bands: readonly { upTo: number | null; fee?: number; rate?: number }[] };

/** Parts of a minor unit that an exact fee is told in. */
export const FEE_SCALE = 100_000n;

/** The exact fee on an amount, in 100,000ths of a minor unit; whoever asks rounds it as its statute says. */
export function exactFee(table: FeeTable, amount: number): bigint {
  switch (table.kind) {
    case "marginal":
      return marginal(table.bands, amount);
    case "stepped":
      return stepped(table, amount);
    case "banded": {
      const band = table.bands.find(({ upTo }) => upTo === null || amount <= upTo);
      return band ? BigInt(band.fee ?? 0) * FEE_SCALE + BigInt(amount) * BigInt(band.rate ?? 0) : 0n;
    }
  }
}

function marginal(bands: Extract<FeeTable, { kind: "marginal" }>["bands"], amount: number): bigint {
  let fee = 0n;
  let below = 0;
  for (const { upTo, rate, flat } of bands) {
    if (flat !== undefined) fee += BigInt(flat) * FEE_SCALE;
    const part = Math.max(0, Math.min(amount, upTo ?? amount) - below);
    fee += BigInt(part) * BigInt(rate);
    if (upTo === null || amount <= upTo) break;
    below = upTo;
  }
  return fee;
}

function stepped({ first, bands }: Extract<FeeTable, { kind: "stepped" }>, amount: number): bigint {
  let fee = BigInt(first.fee);
  let below = first.upTo;
  for (const { upTo, step, fee: each } of bands) {
    if (amount <= below) break;
    const part = Math.min(amount, upTo ?? amount) - below;
    fee += BigInt(each) * BigInt(Math.ceil(part / step));
    if (upTo === null) break;
    below = upTo;
  }
  return fee * FEE_SCALE;
}
