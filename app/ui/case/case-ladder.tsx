import { countryOfRow } from "#app/domain/law/coverage-statuses.ts";
import { type Hold, isKnown } from "#app/domain/law/facts.ts";
import type { LineView, RungView } from "#app/domain/timeline/ladder-view.ts";
import type { CostFigure } from "#app/domain/timeline/rung-cost.ts";
import type { ReaderWay } from "#app/domain/timeline/ways-out.ts";
import type { Unlocking } from "#app/domain/timeline/what-if.ts";
import { checkOf, reasonOf } from "#app/messages/finding.ts";
import { dateAt as dateOfInstant, formatMoney } from "#app/messages/format.ts";
import { Ladder, type Prerequisite, type Rung } from "#app/ui/ladder.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { WayOut, Ways } from "./way-link.tsx";

export type CaseLadderView = {
  relation: string;
  heading: { status: string };
  rungs: RungView[];
  holds: (Pick<Hold, "type" | "startedAt" | "endsAt"> & { way: ReaderWay })[];
  whatIf: { on: string; refused: boolean; max: string; days: number; unlockings: Unlocking[] };
  zone: string;
  today: string;
};

/** The civil date of a moment at the debtor's place; a civil date is its own. */
const dateAt = (moment: string, zone: string) =>
  moment.length === 10 ? moment : dateOfInstant(moment, zone);

type Reader = Parameters<typeof reasonOf>[1];
type About = { caseId: string; isCreditor: boolean; isEngaged: boolean };

/** A line of many sources, the pauses', names so many of them. */
const SOURCES = 3;

/** The law's ladder in words: each rung with its prerequisites, what it costs, and the act that would satisfy what is missing. */
export function CaseLadder({ caseId, view }: { caseId: string; view: CaseLadderView }) {
  const t = useT();
  const locale = useLocale();
  const { rungs, holds, whatIf, zone, today, relation, heading } = view;
  const reader: Reader = { t, locale, zone };
  const about = { caseId, isCreditor: relation === "creditor", isEngaged: heading.status === "engaged" };
  const words = (key: string, fallback: string) => (t.has(key) ? t(key) : fallback);
  const listed = (stages: readonly string[]) =>
    new Intl.ListFormat(locale, { type: "conjunction", style: "long" }).format(
      stages.map((stage) => words(`law.stage.${stage}`, stage)),
    );
  const open = rungs.filter(({ state }) => state === "next").map(({ stage }) => stage);
  return (
    <Ladder
      rungs={rungs.map((rung) => shown(rung, { reader, about }))}
      holds={holds.map(({ type, startedAt, endsAt, way }) => ({
        name: words(`law.hold.${type}`, type),
        since: dateAt(startedAt, zone),
        until: isKnown(endsAt) ? dateAt(endsAt, zone) : null,
        endsWhen: words(`law.holdEnd.${type}`, ""),
        acts: <Ways ways={[way]} {...about} />,
      }))}
      today={whatIf.on}
      whatIf={{
        ...whatIf,
        today,
        at: `/cases/${caseId}`,
        told: open.length > 0 ? t("ladder.told_open", { rungs: listed(open) }) : t("ladder.told_none"),
        unlocks: whatIf.unlockings.map(({ on, opens, ends }) => ({
          on,
          text: [
            ...(opens.length > 0 ? [t("ladder.unlocks.opens", { rungs: listed(opens) })] : []),
            ...(ends.length > 0 ? [t("ladder.unlocks.ends", { rungs: listed(ends) })] : []),
          ].join(t("list.separator")),
        })),
      }}
    />
  );
}

function shown(rung: RungView, { reader, about }: { reader: Reader; about: About }): Rung {
  const { t } = reader;
  const title = `law.stage.${rung.stage}`;
  return {
    ...{ stage: rung.stage, state: rung.state, who: rung.doneBy },
    title: t.has(title) ? t(title) : rung.stage,
    date: rung.doneAt,
    earliest: rung.state === "blocked" && rung.earliest ? dateAt(rung.earliest, reader.zone) : null,
    cost: rung.state === "done" || rung.state === "skipped" ? undefined : costText(rung, reader),
    note: rung.optional && rung.state !== "done" ? t("ladder.optional") : undefined,
    blockedReason: rung.state === "blocked" ? whyNot(rung, reader) : undefined,
    prereqs: rung.lines.map((line) => lineOf(line, { reader, about })),
    action: rung.way && <WayOut way={rung.way} {...about} />,
  };
}

/** The first thing that somebody must do, else the first that time brings. */
function whyNot({ lines }: RungView, reader: Reader): string | undefined {
  const first = lines.find(({ state }) => state === "missing" || state === "blocked" || state === "waits");
  return first && lackOf(first, reader);
}

/** Why a line is not met: what the act will be asked, the step that comes before an unknown day, else the rule's own reason. */
function lackOf({ state, says, rules, ways }: LineView, reader: Reader): string {
  if (state === "asked" && says.key === "fact_unknown")
    return checkOf({ check: { key: "asked", values: says.values }, rule: rules[0].rule }, reader);
  const earlier = ways.flatMap((way) => (way.to === "step" && way.type ? [way.type] : []))[0];
  if (says.key === "fact_unknown" && earlier)
    return reader.t("ladder.comes_first", { step: reader.t(`law.action.${earlier}`) });
  return reasonOf({ message: says, rule: rules[0].rule }, reader);
}

function lineOf(line: LineView, { reader, about }: { reader: Reader; about: About }): Prerequisite {
  const { state, says, rules, ways } = line;
  const [{ rule }] = rules;
  const hidden = rules.length - SOURCES;
  return {
    state,
    text: state === "met" ? checkOf({ check: says, rule }, reader) : lackOf(line, reader),
    sources: hidden > 1 ? rules.slice(0, SOURCES) : rules,
    more: hidden > 1 && <MoreSources rule={rule} count={hidden} />,
    acts: <Ways ways={ways} {...about} />,
  };
}

function MoreSources({ rule, count }: { rule: string; count: number }) {
  const t = useT();
  const kind = rule.split("-").slice(0, -1).join("-");
  return (
    <sup className="cite">
      <a href={`/law?country=${countryOfRow(rule)}&q=${kind}#rows`}>{t("ladder.more_sources", { count })}</a>
    </sup>
  );
}

/** The words of the law's cost, with the figures on file. */
function costText({ cost, figures }: RungView, { t, locale }: Reader): string {
  const key = `law.cost.${cost}`;
  const figureText = ({ kind, amount, currency, prepaid }: CostFigure) => {
    const text = t(`ladder.figure.${kind}`, { amount: formatMoney(amount, currency, locale) });
    return prepaid ? `${text} (${t("ladder.prepaid")})` : text;
  };
  return [t.has(key) ? t(key) : "", ...figures.map(figureText)].filter(Boolean).join("; ");
}
