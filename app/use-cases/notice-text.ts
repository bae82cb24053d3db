import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { formatDate, formatInstant } from "#app/messages/format.ts";
import type { Locale } from "#app/messages/locale.ts";
import type { T } from "#app/messages/translate.ts";

/** A notice in its reader's language. A kind without words is a bug of ours, shown by its name and not hidden. */
export function noticeText(
  { kind, values }: { kind: string; values: Record<string, string | number> },
  t: T,
  locale: Locale,
): { title: string; body: string } {
  const spelled = spelledValues(values, t, locale);
  const say = (key: string) => (t.has(key) ? t(key, spelled) : key);
  return { title: say(`notify.${kind}.title`), body: say(`notify.${kind}.body`) };
}

/** Values as a reader of this language sees them; the ending of a name tells how: see `NoticeValues`. */
export const spelledValues = (values: Record<string, string | number>, t: T, locale: Locale) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, spell(name, value, t, locale)]));

function spell(name: string, value: string | number, t: T, locale: Locale): string | number {
  if (typeof value === "number") return value;
  if (name.endsWith("On")) return formatDate(value, locale);
  if (name.endsWith("At")) return `${formatInstant(value, "UTC", locale)} UTC`;
  if (name.endsWith("Key") && t.has(value)) return t(value);
  const place = name.endsWith("Place") ? placeOf(value) : null;
  return place ? nameOf(place, locale) : value;
}
