import { type ClaimCurrency, claimCurrencies, maxMajorDigits } from "#app/domain/cases/amount.ts";

export type DecimalMark = "point" | "comma";
export type AmountRefusal =
  | "import.reason.amount"
  | "import.reason.amount_zero"
  | "import.reason.amount_negative"
  | "import.reason.amount_large"
  | "import.reason.amount_decimals"
  | "import.reason.amount_unclear"
  | "import.reason.currency_differs"
  | "import.reason.currency_unknown";

/** What an amount's own sign or code says it is in; `$` and `¥` are shared by several and only exclude others. */
const signs: Record<string, readonly ClaimCurrency[]> = {
  $: ["USD", "HKD"],
  US$: ["USD"],
  HK$: ["HKD"],
  "¥": ["CNY", "JPY"],
  "€": ["EUR"],
  "£": ["GBP"],
  元: ["CNY"],
  圆: ["CNY"],
  RMB: ["CNY"],
  人民币: ["CNY"],
  美元: ["USD"],
  港元: ["HKD"],
  港币: ["HKD"],
  欧元: ["EUR"],
  英镑: ["GBP"],
  日元: ["JPY"],
  USD: ["USD"],
  CNY: ["CNY"],
  EUR: ["EUR"],
  GBP: ["GBP"],
  HKD: ["HKD"],
  JPY: ["JPY"],
};
const powers: Record<string, number> = { 万: 4, 萬: 4, 亿: 8, 億: 8 };
const plain = /^(\d{1,12})(?:\.(\d{1,2}))?$/;
const dressed =
  /^([(-]?)\s*([A-Za-z]{3}|(?:US|HK)?\$|[¥€£]|人民币)?\s*([-−–]?)\s*([\d.,'’\s]*\d)\s*([万萬亿億])?\s*([A-Za-z]{3}|[$¥€£]|\p{Script=Han}{1,3})?\s*([)-]?|CR)$/u;

/**
 * A claim's amount in minor units, or why it is none. One that can be read two ways, a factor of a thousand apart, is read by
 * the column's decimal mark and refused where the column has shown none.
 */
export function readAmount(
  text: string,
  currency: ClaimCurrency,
  decimal: DecimalMark | null,
): number | AmountRefusal {
  const simple = plain.exec(text);
  const exponent = claimCurrencies[currency];
  if (simple && (simple[2] === undefined || exponent === 2)) {
    const minor = Number(simple[1] + (simple[2] ?? "").padEnd(exponent, "0"));
    return minor > 0 ? minor : "import.reason.amount_zero";
  }
  return readDressed(text.normalize("NFKC").trim(), currency, decimal);
}

function readDressed(
  text: string,
  currency: ClaimCurrency,
  decimal: DecimalMark | null,
): number | AmountRefusal {
  const parts = dressed.exec(text);
  if (!parts) return "import.reason.amount";
  const [, opening, before, sign, figures, power, after, closing] = parts;
  for (const mark of [before, after]) {
    if (!mark) continue;
    const meant = signs[mark.toUpperCase()];
    if (!meant) return "import.reason.currency_unknown";
    if (!meant.includes(currency)) return "import.reason.currency_differs";
  }
  const split = splitFigures(figures.replace(/['’\s]/g, ""), decimal);
  if (typeof split === "string") return split;
  const minor = minorOf(split, claimCurrencies[currency], power ? powers[power] : 0);
  if (typeof minor === "string") return minor;
  if (minor === 0) return "import.reason.amount_zero";
  const negative =
    opening === "-" || sign || (opening === "(" && closing === ")") || closing === "-" || closing === "CR";
  return negative ? "import.reason.amount_negative" : minor;
}

type Figures = { whole: string; fraction: string };

function splitFigures(text: string, decimal: DecimalMark | null): Figures | AmountRefusal {
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (last === -1) return { whole: text, fraction: "" };
  const mark = text[last];
  const both = text.includes(".") && text.includes(",");
  const once = text.indexOf(mark) === last;
  const decimals = text.length - last - 1;
  if (!both && once && decimals === 3 && last <= 3) {
    const meant = decimal ?? (mark === "," ? "point" : null);
    if (meant === null) return "import.reason.amount_unclear";
    if ((meant === "point") === (mark === ",")) return grouped(text, "");
    return { whole: text.slice(0, last), fraction: text.slice(last + 1) };
  }
  if (!both && !once) return grouped(text, "");
  return once ? grouped(text.slice(0, last), text.slice(last + 1)) : "import.reason.amount";
}

/** Groups of three, or of four as some Chinese files have them, of one mark. */
const grouped = (text: string, fraction: string): Figures | AmountRefusal =>
  /^\d+$/.test(text) || /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?:\.\d{3})+$|^\d{1,4}(?:,\d{4})+$/.test(text)
    ? { whole: text.replace(/\D/g, ""), fraction }
    : "import.reason.amount";

function minorOf({ whole, fraction }: Figures, exponent: number, power: number): number | AmountRefusal {
  const shifted = (whole + fraction.padEnd(power, "0").slice(0, power)).replace(/^0+(?=\d)/, "");
  const rest = fraction.slice(power).replace(/0+$/, "");
  if (shifted.length > maxMajorDigits) return "import.reason.amount_large";
  if (rest.length > exponent) return "import.reason.amount_decimals";
  return Number(shifted + rest.padEnd(exponent, "0"));
}

/** The decimal mark that a column's cells prove; null where none does, or where they prove both. */
export function decimalMarkIn(texts: readonly string[]): DecimalMark | null {
  let point = false;
  let comma = false;
  for (const text of texts) {
    const figures = text.normalize("NFKC").replace(/[^\d.,]/g, "");
    const last = Math.max(figures.lastIndexOf("."), figures.lastIndexOf(","));
    if (last < 0) continue;
    const both = figures.includes(".") && figures.includes(",");
    const once = figures.indexOf(figures[last]) === last;
    const isDecimal = both || (once && figures.length - last - 1 !== 3);
    const isPoint = (figures[last] === ".") === isDecimal;
    if (isDecimal || !once) {
      if (isPoint) point = true;
      else comma = true;
    }
  }
  return point === comma ? null : point ? "point" : "comma";
}
