import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { startOfDay } from "#app/domain/law/calendar/zones.ts";
import { type Asked, compileCondition, missingFrom } from "#app/domain/law/conditions.ts";
import type { LawActionType } from "#app/domain/law/facts.ts";
import { compileCap } from "#app/domain/law/guards/cap.ts";
import { compileCounter } from "#app/domain/law/guards/counter.ts";
import { compileCredential } from "#app/domain/law/guards/credential.ts";
import { compileDeadline } from "#app/domain/law/guards/deadline.ts";
import { compileHold } from "#app/domain/law/guards/hold.ts";
import { compileNeed } from "#app/domain/law/guards/need.ts";
import { never } from "#app/domain/law/guards/never.ts";
import { compileOrder } from "#app/domain/law/guards/order.ts";
import { compileWait } from "#app/domain/law/guards/wait.ts";
import { compileWindow, knownZone, preferredHours } from "#app/domain/law/guards/window.ts";
import { named } from "#app/domain/law/named/named.ts";
import { threatCheck } from "#app/domain/law/named/threat.ts";
import type { Guard, Pack, Row } from "#app/domain/law/pack.ts";
import type { Check, Next, Scene, Unmet } from "#app/domain/law/scene.ts";
import { type Effect, stepTypes } from "#app/domain/law/types.ts";

/** A row ready to be asked. */
export type Rule = {
  row: Row;
  from: number;
  until: number;
  applies: Asked | null;
  check: Check;
  /** Hours of the day: other contact rules' dates are told as the first instant within them. */
  isWindow: boolean;
};

export type Verdict = Unmet & { rule: Rule; effect: Effect };

function checkOf(guard: Guard): Check {
  switch (guard.kind) {
    case "wait":
      return compileWait(guard);
    case "need":
      return compileNeed(guard);
    case "never":
      return never;
    case "credential":
      return compileCredential(guard);
    case "window":
      return compileWindow(guard);
    case "preferred_hours":
      return preferredHours;
    case "known_zone":
      return knownZone;
    case "counter":
      return compileCounter(guard);
    case "hold":
      return compileHold(guard);
    case "cap":
      return compileCap(guard);
    case "deadline":
      return compileDeadline(guard);
    case "order":
      return compileOrder(guard);
    case "named":
      return guard.name === "threatIsLawful" ? threatCheck(barsOf) : named[guard.name];
  }
}

function compileRow(row: Row): Rule {
  return {
    row,
    from: dayOf(row.source.effective),
    until: row.source.until ? dayOf(row.source.until) : Number.POSITIVE_INFINITY,
    applies: row.when ? compileCondition(row.when) : null,
    check: checkOf(row.guard),
    isWindow: row.guard.kind === "window" || row.guard.kind === "preferred_hours",
  };
}

type Plans = { rules: Map<string, Rule[]>; byKey: Map<string, readonly Rule[]> };

const plans = new WeakMap<readonly Row[], Plans>();

function plansOf(rows: readonly Row[]): Plans {
  const known = plans.get(rows);
  if (known) return known;
  const rules = new Map<string, Rule[]>();
  for (const row of rows) {
    const rule = compileRow(row);
    for (const type of row.appliesTo) {
      const list = rules.get(type);
      if (list) list.push(rule);
      else rules.set(type, [rule]);
    }
  }
  const made = { rules, byKey: new Map() };
  plans.set(rows, made);
  return made;
}

const steps: ReadonlySet<string> = new Set(stepTypes);

const ladders = new WeakMap<Pack["rungs"], ReadonlySet<string>>();

/** The steps that the pack's rungs hold. */
function stepsOf({ rungs }: Pack): ReadonlySet<string> {
  const known = ladders.get(rungs);
  if (known) return known;
  const held = new Set(rungs.flatMap((rung) => rung.steps));
  ladders.set(rungs, held);
  return held;
}

/** The rules that concern an act in these states; null where the pack does not know the act at all. */
export function rulesFor(pack: Pack, type: string, states: readonly string[]): readonly Rule[] | null {
  const { rules, byKey } = plansOf(pack.rows);
  const all = rules.get(type);
  if (!all || (steps.has(type) && !stepsOf(pack).has(type))) return null;
  const key = `${type}|${states.join("|")}`;
  const known = byKey.get(key);
  if (known) return known;
  const chosen = all.filter(({ row }) => !row.states || row.states.some((state) => states.includes(state)));
  byKey.set(key, chosen);
  return chosen;
}

function effectOf({ row }: Rule, unmet: Unmet, scene: Scene, requires: readonly string[]): Effect {
  if (row.effect === "warn" || row.confidence === "low") return "warn";
  if (unmet.effect === "block") return "block";
  if (row.cadence && scene.history.excerpt && requires.length > 0) return "warn";
  if (unmet.effect) return unmet.effect;
  return requires.length > 0 ? "require" : (row.effect ?? "block");
}

const nothing: string[] = [];

/** Asks one rule; null when it is satisfied, not in force or does not concern the case. */
export function ask(rule: Rule, scene: Scene): Verdict | null {
  if (scene.day < rule.from || scene.day >= rule.until) return null;
  const applies = rule.applies ? rule.applies(scene) : true;
  if (applies === false) return null;
  const unmet = rule.check(scene, rule.row);
  if (!unmet) return null;
  // The protective branch stands while a fact is unknown, and the fact is asked for.
  const unknown = applies === null && rule.row.when ? missingFrom(rule.row.when, scene) : nothing;
  const asked = unmet.requires ?? nothing;
  const requires = unknown.length > 0 ? [...new Set([...asked, ...unknown])] : asked;
  const { values, message, invariant } = unmet;
  const next = endedBy(rule, unmet.next, scene);
  return { values, message, invariant, next, requires, rule, effect: effectOf(rule, unmet, scene, requires) };
}

/** A rule that goes out of force refuses nothing from that day on, whatever it waits for itself. */
function endedBy({ until }: Rule, next: Next, { zone }: Scene): Next {
  if (until === Number.POSITIVE_INFINITY) return next;
  const isSooner = next && ("day" in next ? next.day <= until : next.ms <= startOfDay(zone, until));
  return isSooner ? next : { day: until };
}

function barsOf(scene: Scene, type: LawActionType): readonly string[] | null {
  const rules = rulesFor(scene.pack, type, scene.states);
  if (!rules) return null;
  const then: Scene = {
    ...scene,
    kind: "procedure",
    action: { ...scene.action, type, threatens: null, threatensSuit: null, threatenedSteps: [], text: null },
  };
  return rules.flatMap((rule) => {
    const verdict = rule.row.bars ? ask(rule, then) : null;
    return verdict && verdict.effect !== "warn" ? [rule.row.id] : [];
  });
}
