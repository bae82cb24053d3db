import { type Reader, spelledAll } from "./finding.ts";

/** A legal date as it travels: keys of the catalogue and the values its words need. */
export type DateWords = { kind: string; what: string; zone: string; values: Record<string, string | number> };

/** What a date is about, and what it means, in the reader's words. */
export function dateText(
  { kind, what, zone, values }: DateWords,
  { t, locale }: Pick<Reader, "t" | "locale">,
): { what: string; text: string } {
  const key = `date.${kind}.text`;
  const spelled = spelledAll(values, { t, locale, zone });
  return { what: t.has(what) ? t(what) : what, text: t.has(key) ? t(key, spelled) : "" };
}
