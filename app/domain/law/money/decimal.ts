/** A rate in per cent a year is kept as an integer of this many parts of one per cent, so that no float touches money. */
export const RATE_SCALE = 1_000_000n;

/** `14.2` or `0.0175` as an integer of millionths; null for anything that is no plain decimal with at most six places. */
export function parseRate(text: unknown): bigint | null {
  if (typeof text !== "string") return null;
  const match = /^(\d{1,6})(?:\.(\d{1,6}))?$/.exec(text.trim());
  return match ? BigInt(match[1]) * RATE_SCALE + BigInt((match[2] ?? "").padEnd(6, "0")) : null;
}

/** The same with a sign: base rates can be negative. */
export function parseSignedRate(text: string): bigint | null {
  const negative = text.startsWith("-");
  const rate = parseRate(negative ? text.slice(1) : text);
  return rate !== null && negative ? -rate : rate;
}

/** Without trailing zeros: `14.2`. */
export function rateText(rate: bigint): string {
  const fraction = (rate % RATE_SCALE).toString().padStart(6, "0").replace(/0+$/, "");
  return fraction ? `${rate / RATE_SCALE}.${fraction}` : `${rate / RATE_SCALE}`;
}

/** Quotient rounded half up, for amounts that are not negative. */
export const divideHalfUp = (dividend: bigint, divisor: bigint) => (2n * dividend + divisor) / (2n * divisor);

/** Quotient without its fraction: a cap never rounds up. */
export const divideDown = (dividend: bigint, divisor: bigint) => dividend / divisor;
