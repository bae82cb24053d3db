import type { Hold } from "#app/domain/law/facts.ts";
import type { Rung as LadderRung } from "#app/domain/law/ladder.ts";
import type { Force } from "#app/domain/law/types.ts";
import { addableFacts } from "#app/domain/timeline/record-forms.ts";
import { checkOf, earliestOf, factName, reasonOf } from "#app/messages/finding.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Ladder, type Rung } from "#app/ui/ladder.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";

type CaseLadderProps = {
  caseId: string;
  rungs: LadderRung[];
  holds: Hold[];
  zone: string;
  today: string;
  on: string;
  /** Whether this reader may add missing facts. */
  mayAdd: boolean;
};

/** The law's ladder in words: each rung with its prerequisites, and the act that would satisfy what is missing. */
export function CaseLadder({ caseId, rungs, holds, zone, today, on, mayAdd }: CaseLadderProps) {
  const t = useT();
  const locale = useLocale();
  const reader = { t, locale, zone };
  const words = (key: string, fallback: string) => (t.has(key) ? t(key) : fallback);

  const shown: Rung[] = rungs
    .filter(({ state }) => state !== "skipped")
    .map((rung) => ({
      stage: rung.stage,
      state: rung.state === "skipped" ? "blocked" : rung.state,
      title: words(`law.stage.${rung.stage}`, rung.stage),
      date: rung.doneAt,
      earliest: rung.state === "blocked" ? (rung.earliest?.slice(0, 10) ?? null) : null,
      cost: words(`law.cost.${rung.cost}`, ""),
      note: rung.optional ? t("ladder.optional") : undefined,
      blockedReason: firstReason(rung, reader),
      prereqs:
        rung.state === "done"
          ? []
          : checklist(rung, reader).map(({ facts, ...line }) => ({
              ...line,
              act: facts.length > 0 ? <Missing caseId={caseId} facts={facts} mayAdd={mayAdd} /> : undefined,
            })),
    }));
  return (
    <Ladder
      rungs={shown}
      holds={holds.map((hold) => ({
        name: words(`law.hold.${hold.type}`, hold.type),
        since: hold.startedAt.slice(0, 10),
        endsWhen: words(`law.holdEnd.${hold.type}`, ""),
      }))}
      today={today}
      whatIf={{ on, today, min: today, resetTo: `/cases/${caseId}` }}
    />
  );
}

function firstReason(rung: LadderRung, reader: Parameters<typeof reasonOf>[1]) {
  if (rung.state === "done") return undefined;
  const finding = rung.findings.find(({ effect }) => effect !== "warn");
  if (!finding) return undefined;
  return earliestOf(finding, reader) && rung.findings.length === 1 ? undefined : reasonOf(finding, reader);
}

type Reader = Parameters<typeof reasonOf>[1];
type Line = { met: boolean; text: string; citation: string; rule: string; force: Force; facts: string[] };

/** What is missing first, with its reason; then what is met. Pauses that are not in force make one line. */
function checklist({ prerequisites, findings }: LadderRung, reader: Reader): Line[] {
  const unmet = prerequisites
    .filter(({ met }) => !met)
    .map(
      (each): Line => ({
        ...source(each),
        met: false,
        text: reasonOf(each, reader),
        facts: findings.filter(({ rule }) => rule === each.rule).flatMap(({ requires }) => requires),
      }),
    );
  const met = prerequisites.filter((each) => each.met);
  const others = met
    .filter(({ check }) => check.key !== "hold")
    .map((each): Line => ({ ...source(each), met: true, text: checkOf(each, reader), facts: [] }));
  const pauses = met.filter(({ check }) => check.key === "hold");
  return [...unmet, ...others, ...noPause(pauses, reader)];
}

const source = ({ citation, rule, force }: LadderRung["prerequisites"][number]) => ({
  citation,
  rule,
  force,
});

function noPause(pauses: LadderRung["prerequisites"], reader: Reader): Line[] {
  const [first] = pauses;
  if (!first) return [];
  const holds = new Set(pauses.flatMap(({ check }) => String(check.values.hold ?? "").split("|")));
  const check = { key: "hold", values: { ...first.check.values, hold: [...holds].join("|") } };
  return [{ ...source(first), met: true, text: checkOf({ check, rule: first.rule }, reader), facts: [] }];
}

/** Links to add what the rule asks for, for whoever may. */
function Missing({ caseId, facts, mayAdd }: { caseId: string; facts: string[]; mayAdd: boolean }) {
  const t = useT();
  const addable = mayAdd ? facts.filter((fact) => fact in addableFacts) : [];
  if (addable.length === 0) return null;
  return (
    <>
      {addable.map((fact) => (
        <LinkButton key={fact} to={`/cases/${caseId}/add-fact?fact=${fact}`} small tone="quiet">
          {t("case.act.add")}: {factName(fact, t)}
        </LinkButton>
      ))}
    </>
  );
}
