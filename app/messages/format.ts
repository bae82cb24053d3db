import type { Locale } from "./locale.ts";
import type { T } from "./translate.ts";

const englishMonths = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const exponents: Record<string, number> = {
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((c) => [c, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((c) => [c, 3])),
  CLF: 4,
  UYW: 4,
};

/** The currencies a Chinese reader knows by name; others keep their ISO 4217 code. */
const chineseCurrencies: Record<string, string> = {
  CNY: "元",
  USD: "美元",
  EUR: "欧元",
  GBP: "英镑",
  HKD: "港元",
  JPY: "日元",
};

/** Decimal places between major and minor unit (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD. */
export const currencyExponent = (currency: string): number => exponents[currency] ?? 2;

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ",");

/** Minor units as a decimal number in major units without a currency: `8000000`, CNY → `80,000.00`. */
export function formatAmount(amount: bigint | number | string, currency: string): string {
  const minor = BigInt(amount);
  const exponent = currencyExponent(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  const whole = grouped(digits.slice(0, digits.length - exponent));
  const fraction = exponent === 0 ? "" : `.${digits.slice(-exponent)}`;
  return `${minor < 0n ? "\u2212" : ""}${whole}${fraction}`;
}

/** The same for a machine: no grouping, and a plain minus. */
export const plainAmount = (amount: bigint | number | string, currency: string): string =>
  formatAmount(amount, currency).replaceAll(",", "").replace("\u2212", "-");

/** Minor units with their currency: `80,000.00 CNY`; in Chinese `80,000.00 元`. */
export function formatMoney(amount: bigint | number | string, currency: string, locale: Locale): string {
  const unit = locale === "zh" ? (chineseCurrencies[currency] ?? currency) : currency;
  return `${formatAmount(amount, currency)}\u00a0${unit}`;
}

/** A count with grouped thousands. */
export const formatCount = (count: number): string => grouped(Math.trunc(count).toString());

/** Basis points as a percentage without needless zeros: 1540 → `15.4%`. */
export function formatPercent(basisPoints: number): string {
  const sign = basisPoints < 0 ? "\u2212" : "";
  const size = Math.abs(Math.trunc(basisPoints));
  const fraction = (size % 100).toString().padStart(2, "0").replace(/0+$/, "");
  return `${sign}${grouped(Math.trunc(size / 100).toString())}${fraction && `.${fraction}`}%`;
}

type CivilParts = { year: number; month: number; day: number };

function civilParts(on: string): CivilParts {
  const [year = 0, month = 1, day = 1] = on.split("-").map(Number);
  return { year, month, day };
}

const spell = ({ year, month, day }: CivilParts, locale: Locale) =>
  locale === "zh" ? `${year}年${month}月${day}日` : `${day} ${englishMonths[month - 1]} ${year}`;

/** A civil date `YYYY-MM-DD`, spelled: `3 Dec 2026`, `2026年12月3日`. */
export const formatDate = (on: string, locale: Locale): string => spell(civilParts(on), locale);

/** A month by any of its days: `Nov 2026`, `2026年11月`. */
export function formatMonth(on: string, locale: Locale): string {
  const { year, month } = civilParts(on);
  return locale === "zh" ? `${year}年${month}月` : `${englishMonths[month - 1]} ${year}`;
}

const dayNumber = (on: string) => Date.parse(`${on}T00:00:00Z`) / 86_400_000;

/** Whole civil days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** How far a civil date lies from today: `in 11 days`, `today`, `3 days ago`. */
export function formatDistance(on: string, today: string, t: T): string {
  const days = daysBetween(today, on);
  if (days === 0) return t("date.today");
  if (days === 1) return t("date.tomorrow");
  if (days === -1) return t("date.yesterday");
  return days > 0 ? t("date.in_days", { count: days }) : t("date.days_ago", { count: -days });
}

const clockFormats = new Map<string, Intl.DateTimeFormat>();
const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs far more than using it; there are no more of them than zones. */
function formatIn(
  zone: string,
  known: Map<string, Intl.DateTimeFormat>,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const found = known.get(zone) ?? new Intl.DateTimeFormat("en-US", { ...options, timeZone: zone });
  known.set(zone, found);
  return found;
}

const clockOptions: Intl.DateTimeFormatOptions = {
  calendar: "gregory",
  numberingSystem: "latn",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
};

function clockParts(at: Date, zone: string) {
  const format = formatIn(zone, clockFormats, clockOptions);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const civil = { year: Number(parts.year), month: Number(parts.month), day: Number(parts.day) };
  return { civil, clock: `${parts.hour}:${parts.minute}` };
}

/** An instant at a place: `27 Nov 2026, 18:00`. `zone` is an IANA name; instants arrive as `Date` or ISO text. */
export function formatInstant(at: Date | string, zone: string, locale: Locale): string {
  const { civil, clock } = clockParts(new Date(at), zone);
  return locale === "zh" ? `${spell(civil, locale)} ${clock}` : `${spell(civil, locale)}, ${clock}`;
}

/** The civil date of an instant at a place, `YYYY-MM-DD`. */
export function dateAt(at: Date | string, zone: string): string {
  const { year, month, day } = clockParts(new Date(at), zone).civil;
  return [
    year.toString().padStart(4, "0"),
    month.toString().padStart(2, "0"),
    day.toString().padStart(2, "0"),
  ].join("-");
}

/** A zone in words for a hover or a screen reader: `Los Angeles (UTC-8)`, with the offset in force at that instant. */
export function formatZone(at: Date | string, zone: string): string {
  const parts = formatIn(zone, offsetFormats, { timeZoneName: "shortOffset" }).formatToParts(new Date(at));
  const named = parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "UTC") ?? zone;
  // London in winter is `GMT` to one runtime and `GMT+0` to another; server and browser must say the same.
  const offset = named.replace(/[+-]0$/, "");
  const place = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  return place === "UTC" ? place : `${place} (${offset})`;
}
