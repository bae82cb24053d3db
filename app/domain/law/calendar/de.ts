import { rollForward } from "#app/domain/law/calendar/workdays.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/** The Länder by the codes of ISO 3166-2, with the names people write. */
const names: Readonly<Record<string, readonly string[]>> = {
  BW: ["baden-württemberg", "baden-wuerttemberg"],
  BY: ["bayern", "bavaria"],
  BE: ["berlin"],
  BB: ["brandenburg"],
  HB: ["bremen"],
  HH: ["hamburg"],
  HE: ["hessen", "hesse"],
  MV: ["mecklenburg-vorpommern", "mecklenburg-western pomerania"],
  NI: ["niedersachsen", "lower saxony"],
  NW: ["nordrhein-westfalen", "north rhine-westphalia"],
  RP: ["rheinland-pfalz", "rhineland-palatinate"],
  SL: ["saarland"],
  SN: ["sachsen", "saxony"],
  ST: ["sachsen-anhalt", "saxony-anhalt"],
  SH: ["schleswig-holstein"],
  TH: ["thüringen", "thueringen", "thuringia"],
};

export const laender: readonly string[] = Object.keys(names);

/** `DE-BE`, `BE` and `Berlin` are the same Land; null for what is none. */
export function landOf(text: unknown): string | null {
  if (typeof text !== "string") return null;
  const plain = text.trim().toLowerCase().replace(/^de-/, "");
  return laender.find((code) => code.toLowerCase() === plain || names[code].includes(plain)) ?? null;
}

/**
 * Whose period runs. Where municipalities of a Land differ, the debtor's ends on the later day and the creditor's own on the earlier
 * (DE-CAL-04).
 */
export type Side = "debtor" | "creditor";

/** Calendars of days on which no period ends; every Land's where it is not known and the later day is the careful one. */
export function deCalendars(series: Series, land: string | null, side: Side): readonly string[] {
  const chosen = land ? [land] : side === "debtor" ? laender : [];
  const ids = chosen.flatMap((code) =>
    side === "debtor" ? [`DE-${code}`, `DE-${code}-LOCAL`] : [`DE-${code}`],
  );
  return ["DE", ...ids.filter((id) => !id.endsWith("-LOCAL") || series.holidays[id] !== undefined)];
}

export type PeriodEnd =
  /** `least`: the last day wherever the period ends soonest; `landMatters`: the Land is not known and would move the day. */
  | { refused: false; raw: number; last: number; least: number; landMatters: boolean }
  /** The year of the last day is not on file; `coverageEnd` is the last day that is. */
  | { refused: true; raw: number; coverageEnd: string };

/** The end of a period of days, weeks or months: the next working day where it falls on none (BGB 193, ZPO 222(2)). */
export function endOfPeriod(
  series: Series,
  raw: number,
  { land, side }: { land: string | null; side: Side },
): PeriodEnd {
  const end = rollForward(series, deCalendars(series, land, side), raw);
  if (end.refused || land) return end.refused ? end : { ...end, least: end.last, landMatters: false };
  const other = rollForward(
    series,
    deCalendars(series, null, side === "debtor" ? "creditor" : "debtor"),
    raw,
  );
  if (other.refused) return other;
  return { ...end, least: Math.min(other.last, end.last), landMatters: other.last !== end.last };
}
