import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import type { Decision, Finding } from "#app/domain/law/types.ts";
import type { Court, JudgedAct } from "#app/domain/timeline/judge.ts";
import { decideContact, ofCarrier } from "./gate.ts";
import type { Said } from "./script.ts";
import { saidActions } from "./spoken.ts";
import type { RecordVisit, VisitPlace } from "./visit-forms.ts";

type Beside = { elsewhere: readonly HistoryEvent[]; zone: string };

const visiting = { direction: "out", channel: "in_person", recipientRole: "debtor" } as const;

/** What the law asks about a visit that is to be. Consent to the visit is consent to this very address, a place of work too. */
export const visitAction = (given: {
  place: VisitPlace | null;
  consent: boolean;
  atWork: boolean;
}): Omit<ActionInput, "type"> => ({
  ...visiting,
  ...(given.place ? { place: given.place } : {}),
  consentToEntry: given.consent,
  employerAddress: given.atWork,
  ...(given.atWork ? { workplaceConsent: given.consent } : {}),
});

type Told = Pick<RecordVisit, "outcome" | "said">;

/**
 * What was said and left unsaid there. Whoever was met is owed all of it; every meeting is recorded; another person who opened and was told what it is
 * about was contacted instead of the debtor.
 */
export function toldAction({ outcome, said = [] }: Told, candidates: readonly Said[]): Partial<ActionInput> {
  if (outcome === "nobody_there") return {};
  const done = said.filter((each) => each !== "toldNobody");
  if (outcome === "met") return saidActions(candidates, done);
  const recorded = saidActions(
    candidates.filter((each) => each === "record"),
    done,
  );
  if (outcome !== "third_person" || said.includes("toldNobody")) return recorded;
  return { ...recorded, recipientRole: "contact_person", disclosesDebt: true };
}

/** What later decisions count. */
export const visitedAct = (outcome?: RecordVisit["outcome"]): Partial<HistoryEvent> => ({
  ...visiting,
  ...(outcome && { outcome, connected: outcome !== "nobody_there" && outcome !== "third_person" }),
});

/** A plan counts as the visit it will be. */
export const plannedEvent = (startsAt: Date): HistoryEvent => ({
  ...{ type: "visit", ...visiting, startedAt: startsAt.toISOString() },
});

/** A law that refuses every visit, whoever goes whenever: what it says; null where one could be. `act` is the visit as it could best be. */
export function refusedForGood(court: Court, act: JudgedAct, beside: Beside): Finding[] | null {
  const { findings } = decideContact(court, act, { ...beside, channel: "in_person" });
  const never = findings.filter(({ effect, message }) => effect !== "warn" && message.key === "no_visit");
  return never.length > 0 ? never : null;
}

type Planning = Beside & { planned: readonly HistoryEvent[] };

/** As many others as can be planned to one person within the caps of any law. */
const TURNS = 16;

/**
 * Whether a visit may be planned for its moment, where others are planned to the same person: those before it count as made, and it may not use up what a
 * later one needs.
 */
export function decidePlan(court: Court, act: JudgedAct, planning: Planning): Decision {
  const decision = decideAmong(court, act, planning);
  let { earliest } = decision;
  for (let turn = 0; turn < TURNS && earliest !== null; turn += 1) {
    const then = decideAmong(court, { ...act, occurredAt: new Date(earliest) }, planning);
    if (then.allowed) break;
    earliest = then.earliest;
  }
  return { ...decision, earliest };
}

function decideAmong(court: Court, act: JudgedAct, { elsewhere, zone, planned }: Planning): Decision {
  const beside = { elsewhere: [...elsewhere, ...planned], zone, channel: "in_person" } as const;
  const decision = decideContact(court, act, beside);
  const own = plannedEvent(act.occurredAt);
  for (const later of planned.filter(({ startedAt }) => startedAt > own.startedAt)) {
    const caps = takenFrom(court, act, { later, own, beside });
    if (caps.length === 0) continue;
    const after = new Date(Date.parse(later.startedAt) + 1);
    const then = decideContact(court, { ...act, occurredAt: after }, beside);
    const earliest = then.allowed ? after.toISOString() : then.earliest;
    const findings = [...decision.findings, ...caps.map((each) => ({ ...each, earliest }))];
    return { ...decision, allowed: false, findings, earliest };
  }
  return decision;
}

type Taking = { later: HistoryEvent; own: HistoryEvent; beside: Beside & { channel: "in_person" } };

/** The caps that a later plan would meet with this one before it, and does not without. */
function takenFrom(court: Court, act: JudgedAct, { later, own, beside }: Taking): Finding[] {
  const then = { ...act, occurredAt: new Date(later.startedAt) };
  const others = beside.elsewhere.filter((each) => each !== later);
  const caps = (elsewhere: readonly HistoryEvent[]) =>
    ofCarrier(court, then, { ...beside, elsewhere }).filter(
      ({ effect, message }) => effect !== "warn" && message.key === "frequency_cap",
    );
  return caps(others).length > 0 ? [] : caps([...others, own]);
}

/** Whether a visit was lawful from its first moment to its last. */
export function decideStay(
  court: Court,
  act: JudgedAct,
  { endedAt, ...beside }: Beside & { endedAt: Date },
): Decision {
  const first = decideContact(court, act, { ...beside, channel: "in_person" });
  const lastMs = Math.max(act.occurredAt.getTime(), endedAt.getTime() - 1);
  const last = decideContact(
    court,
    { ...act, occurredAt: new Date(lastMs) },
    { ...beside, channel: "in_person" },
  );
  if (!first.allowed || last.allowed) return first;
  return { ...last, earliest: null };
}
