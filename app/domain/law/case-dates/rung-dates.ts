import { dateOf, parseDay } from "#app/domain/law/calendar/civil.ts";
import { localDay, parseInstant } from "#app/domain/law/calendar/zones.ts";
import type { CaseDate } from "#app/domain/law/case-dates/row.ts";
import { type LadderInput, ladder, type Rung } from "#app/domain/law/ladder.ts";
import type { Pack, Row } from "#app/domain/law/pack.ts";
import type { Finding } from "#app/domain/law/types.ts";

const hours: ReadonlySet<string> = new Set(["window", "preferred_hours"]);

/** The rules that only keep hours of the day: tomorrow morning is no date to wait for. */
const hourRulesOf = (pack: Pack) =>
  new Set(pack.rows.filter(({ guard }) => hours.has(guard.kind)).map(({ id }) => id));

/** The finding that is healed last. */
const lastHealed = (findings: readonly Finding[]): Finding | null =>
  findings.reduce<Finding | null>(
    (last, each) => (each.earliest && (!last?.earliest || each.earliest > last.earliest) ? each : last),
    null,
  );

function dayOf(moment: string, zone: string): number | null {
  const ms = parseInstant(moment);
  return ms === null ? parseDay(moment) : localDay(zone, ms);
}

function dateOfRung(
  { step, earliest, findings }: Rung,
  zone: string,
  hourRules: ReadonlySet<string>,
): CaseDate[] {
  const standing = findings.filter(({ effect }) => effect !== "warn");
  const binding = lastHealed(standing.filter(({ rule }) => !hourRules.has(rule)));
  const day = earliest && binding ? dayOf(earliest, zone) : null;
  if (!earliest || !binding || day === null) return [];
  return [
    {
      subject: `step.${step}`,
      kind: "step_open",
      what: `law.action.${step}`,
      on: dateOf(day),
      zone,
      at: parseInstant(earliest) === null ? null : earliest,
      rule: binding.rule,
      force: binding.force,
      citation: binding.citation,
      severity: "may",
      values: { stepKey: `law.action.${step}` },
      alarms: [],
    },
  ];
}

const timeless = new WeakMap<readonly Row[], readonly Row[]>();

/** The pack without the rules on credentials: whether somebody's is in order is asked when they act, and moves no date of the law. */
function withoutCredentials(pack: Pack): Pack {
  const known = timeless.get(pack.rows) ?? pack.rows.filter(({ guard }) => guard.kind !== "credential");
  timeless.set(pack.rows, known);
  return { ...pack, rows: known };
}

/** From which day each rung ahead that waits for nothing but time can be climbed. */
export function rungDates(input: LadderInput, zone: string): CaseDate[] {
  const hourRules = hourRulesOf(input.pack);
  return ladder({ ...input, pack: withoutCredentials(input.pack) })
    .filter(({ state, sequel }) => state === "blocked" || sequel === "blocked")
    .flatMap((rung) => dateOfRung(rung, zone, hourRules));
}
