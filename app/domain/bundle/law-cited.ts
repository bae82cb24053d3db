import { z } from "zod";
import type { Row } from "#app/domain/law/pack.ts";
import { forces } from "#app/domain/law/types.ts";
import type { LoggedEvent } from "./log-line.ts";

const Rule = z.strictObject({
  rule: z.string().describe("The row's id"),
  citation: z.string(),
  force: z.enum(forces),
  packId: z.string(),
  packVersions: z.array(z.string()).describe("Versions that decided by it, in order of first use"),
  events: z.array(z.int().min(1)).describe("Numbers of the events whose decision cites it"),
  validity: z
    .array(
      z.strictObject({
        part: z.string().nullable(),
        from: z.iso.date(),
        until: z.iso.date().nullable().describe("First day no longer in force"),
      }),
    )
    .describe(
      "Rows of that id and citation in the law book when the bundle was made; none for the engine's own rules",
    ),
});
type Rule = z.infer<typeof Rule>;

/** `law.json`: every rule that a decision of the log cites. */
export const LawCited = z.strictObject({ rules: z.array(Rule) });
export type LawCited = z.infer<typeof LawCited>;

type Cited = Pick<LoggedEvent, "link" | "decision">;

/** The rules the log cites, in the order in which they were first cited, with the days the book says they hold. */
export function lawCited(events: readonly Cited[], rowsOf: (packId: string) => readonly Row[]): LawCited {
  const rules = new Map<string, Rule>();
  for (const { link, decision } of events) {
    const { id: packId, version } = decision.pack;
    for (const { rule, citation, force } of decision.findings) {
      const key = [packId, rule, force, citation].join("\n");
      const validity = () => validityOf(rowsOf(packId), { rule, citation });
      const known = rules.get(key) ?? {
        rule,
        citation,
        force,
        packId,
        packVersions: [],
        events: [],
        validity: validity(),
      };
      if (!known.packVersions.includes(version)) known.packVersions.push(version);
      if (known.events.at(-1) !== link.seq) known.events.push(link.seq);
      rules.set(key, known);
    }
  }
  return { rules: [...rules.values()] };
}

const validityOf = (
  rows: readonly Row[],
  { rule, citation }: Pick<Rule, "rule" | "citation">,
): Rule["validity"] =>
  rows
    .filter(({ id, source }) => id === rule && source.cite === citation)
    .map(({ part, source }) => ({ part: part ?? null, from: source.effective, until: source.until ?? null }));
