/** The default alphabet of 3GPP TS 23.038, and what takes two places in it. */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const extended = "^{}\\[~]|€\f";

const widths = new Map<string, number>([
  ...[...basic].map((sign) => [sign, 1] as const),
  ...[...extended].map((sign) => [sign, 2] as const),
]);

/** How much one message holds alone, and each part of a longer one. */
const room = { "GSM-7": { alone: 160, part: 153 }, "UCS-2": { alone: 70, part: 67 } } as const;

export type Segments = { encoding: keyof typeof room; units: number; segments: number };

/** A text that is longer is no short message any more, and no provider takes more than ten parts. */
export const mostSegments = 6;

/** How a text travels: one sign beyond the phones' old alphabet makes the whole of it wider. A sign is never cut in two between parts. */
export function segmentsOf(text: string): Segments {
  const signs = [...text];
  const isPlain = signs.every((sign) => widths.has(sign));
  const encoding = isPlain ? "GSM-7" : "UCS-2";
  const widthOf = (sign: string) => (isPlain ? (widths.get(sign) ?? 1) : sign.length);
  const units = signs.reduce((sum, sign) => sum + widthOf(sign), 0);
  const { alone, part } = room[encoding];
  return {
    encoding,
    units,
    segments: units <= alone ? Math.min(units, 1) : partsOf(signs.map(widthOf), part),
  };
}

function partsOf(list: readonly number[], part: number): number {
  let parts = 1;
  let used = 0;
  for (const width of list) {
    if (used + width > part) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}
