import type { Decision } from "#app/domain/law/types.ts";
import { translator } from "#app/messages/catalogue.ts";
import { earliestOf, reasonOf } from "#app/messages/finding.ts";
import { formatInstant } from "#app/messages/format.ts";

export type Line =
  | { kind: "case"; title: string; note: string }
  | { kind: "done"; at: string; what: string; by: string }
  | {
      kind: "blocked";
      at: string;
      what: string;
      by: string;
      findings: { rule: string; reason: string; citation: string; earliest: string | null }[];
    };

const t = translator("en");

/** Collects what happened; words for a person, or the same as data. */
export class Report {
  readonly lines: Line[] = [];

  constructor(
    private readonly json: boolean,
    private readonly print: (line: string) => void,
  ) {}

  case(title: string, note: string): void {
    this.add({ kind: "case", title, note }, `\n${title}\n  ${note}`);
  }

  done(at: Date, zone: string, what: string, by: string): void {
    const line = `  ✓ ${formatInstant(at, zone, "en")}  ${what}  (${by})`;
    this.add({ kind: "done", at: at.toISOString(), what, by }, line);
  }

  blocked(at: Date, zone: string, { what, by }: { what: string; by: string }, decision: Decision): void {
    const reader = { t, locale: "en" as const, zone };
    const findings = decision.findings
      .filter(({ effect }) => effect !== "warn")
      .map((finding) => ({
        rule: finding.rule,
        reason: reasonOf(finding, reader),
        citation: finding.citation,
        earliest: earliestOf(finding, reader),
      }));
    const why = findings.map(
      ({ rule, reason, citation, earliest }) =>
        `      ${rule}: ${reason} [${citation}]${earliest ? ` Earliest: ${earliest}.` : ""}`,
    );
    const head = `  ✗ ${formatInstant(at, zone, "en")}  ${what}: BLOCKED  (${by})`;
    this.add({ kind: "blocked", at: at.toISOString(), what, by, findings }, [head, ...why].join("\n"));
  }

  private add(line: Line, text: string): void {
    this.lines.push(line);
    if (!this.json) this.print(text);
  }
}
