import type { Pack, PackId } from "#app/domain/law/pack.ts";
import type { Force } from "#app/domain/law/types.ts";

/** What must not be done at a door, each with the row of the pack that says so. */
const forbidden = [
  { pack: "CN", key: "entry", rule: "CN-ESC-06", part: "consent" },
  { pack: "CN", key: "stay", rule: "CN-ESC-06", part: "consent" },
  { pack: "CN", key: "others", rule: "CN-CONTACT-06" },
  { pack: "CN", key: "threats", rule: "CN-CONTACT-08" },
  { pack: "CN", key: "posters", rule: "CN-CONTACT-08" },
  { pack: "CN", key: "taking", rule: "CN-ESC-21" },
  { pack: "CN", key: "unrecorded", rule: "CN-CONTACT-12" },
] as const satisfies readonly { pack: PackId; key: string; rule: string; part?: string }[];

export type Conduct = { key: (typeof forbidden)[number]["key"]; rule: string; cite: string; force: Force };

/** The same, with the source as the pack in force has it. */
export const conductUnder = ({ id, rows }: Pack): Conduct[] =>
  forbidden
    .filter(({ pack }) => pack === id)
    .flatMap(({ key, rule, ...of }) => {
      const row = rows.find((each) => each.id === rule && each.part === ("part" in of ? of.part : undefined));
      return row ? [{ key, rule, cite: row.source.cite, force: row.force }] : [];
    });
