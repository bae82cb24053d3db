import type { Pack } from "#app/domain/law/pack.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";

/** Where a suit can be brought as far as a pack's row says so: the words by their key, the row and what it cites. */
export type Forum = { words: "cn" | "us"; rule: string; cite: string };

const rows = { "CN-ESC-16": "cn", "US-ESC-07": "us" } as const;

/** The pack's own rule on the court of competence; null where it holds none for such a debt. No court is named: that is counsel's. */
export function forumOf(
  { rows: rules }: Pick<Pack, "rows">,
  { purpose }: Pick<Brief, "purpose">,
): Forum | null {
  const rule = rules.find(({ id, part }) => Object.hasOwn(rows, id) && !part);
  if (!rule) return null;
  const words = rows[rule.id as keyof typeof rows];
  return words === "us" && purpose !== "consumer" ? null : { words, rule: rule.id, cite: rule.source.cite };
}
