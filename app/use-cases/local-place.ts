import { pathOf, spelledPath, zonesOf } from "#app/domain/places/register.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "./ctx.ts";

export type LocalPlace = {
  /** In the reader's language, narrowest first. */
  name: string;
  zone: string;
  /** The civil date there now. */
  today: string;
};

/** A place as a page shows it: its name, its clock and its date. */
export const localPlace = (code: string, { locale, now }: Pick<Ctx, "locale" | "now">): LocalPlace => {
  const zone = zonesOf(code)[0] ?? "UTC";
  return { name: spelledPath(pathOf(code).slice(1), locale) || code, zone, today: dateIn(zone, now) };
};
