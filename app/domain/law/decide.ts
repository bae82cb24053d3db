import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { instantText, localDay, startOfDay } from "#app/domain/law/calendar/zones.ts";
import { ask, type Rule, rulesFor, type Verdict } from "#app/domain/law/compile.ts";
import type { Next, Scene } from "#app/domain/law/scene.ts";
import { atInstant, type DecisionInput, onDay, sceneOf } from "#app/domain/law/set-scene.ts";
import {
  type Decision,
  type Finding,
  lifecycleTypes,
  type MessageValues,
  recordTypes,
} from "#app/domain/law/types.ts";

/** More rounds than any chain of waits can need; a search that has not settled by then has no answer. */
const ROUNDS = 64;

const alwaysOpen: ReadonlySet<string> = new Set([...recordTypes, ...lifecycleTypes]);

const moment = (scene: Scene) => (scene.kind === "contact" ? scene.from : scene.day);

/** The scene at the moment when time has healed a finding; the last of the zones must have reached a day. */
function moved(scene: Scene, next: NonNullable<Next>): Scene {
  if (scene.kind === "contact") {
    if ("ms" in next) return atInstant(scene, next.ms);
    const zones = scene.zones.length > 0 ? scene.zones : [scene.zone];
    return atInstant(scene, Math.max(...zones.map((zone) => startOfDay(zone, next.day))));
  }
  if ("day" in next) return onDay(scene, next.day);
  const day = localDay(scene.zone, next.ms);
  return onDay(scene, startOfDay(scene.zone, day) >= next.ms ? day : day + 1);
}

/** The latest moment that any of them asks for; null when time alone does not heal one of them. */
function healed(scene: Scene, verdicts: readonly Verdict[]): Scene | null {
  let latest = scene;
  for (const { effect, next } of verdicts) {
    if (effect === "warn") continue;
    if (!next) return null;
    const then = moved(scene, next);
    if (latest === scene || moment(then) > moment(latest)) latest = then;
  }
  return latest;
}

/** The first moment at which none of the rules stands in the way; null when time alone does not bring one. */
function settle(scene: Scene, rules: readonly Rule[], verdicts: readonly Verdict[]): Scene | null {
  let here = scene;
  let refusing = verdicts;
  for (let round = 0; round < ROUNDS; round += 1) {
    const then = healed(here, refusing);
    if (!then || then === here) return then;
    if (moment(then) <= moment(here)) return null;
    here = then;
    refusing = standing(rules, then);
  }
  return null;
}

/** What the rules have to say at a moment. */
function standing(rules: readonly Rule[], scene: Scene): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const rule of rules) {
    const verdict = ask(rule, scene);
    if (verdict) verdicts.push(verdict);
  }
  return verdicts;
}

const momentText = (scene: Scene) => (scene.kind === "contact" ? instantText(scene.from) : dateOf(scene.day));

const nextText = (next: NonNullable<Next>) => ("ms" in next ? instantText(next.ms) : dateOf(next.day));

/** The rules of an act and what they had to say at its moment. */
type Asking = { scene: Scene; rules: readonly Rule[]; verdicts: readonly Verdict[] };

/** Whether a rule is asked when one alone is healed: itself, and for contact the hours of the day. */
const isBeside = (one: Rule, each: Rule, { kind }: Scene) =>
  each === one || (each.isWindow && kind === "contact");

/** When time heals one refusal; contact besides within the hours of the day. Null when time alone does not. */
function healedAlone(verdict: Verdict, { scene, rules, verdicts }: Asking): Scene | null {
  if (!verdict.next || verdict.effect === "warn") return null;
  const isAsked = (each: Rule) => isBeside(verdict.rule, each, scene);
  return settle(
    scene,
    rules.filter(isAsked),
    verdicts.filter(({ rule }) => isAsked(rule)),
  );
}

type Healing = { verdict: Verdict; healing: Scene | null };

/**
 * The first moment at which none of the rules stands in the way. No rule is healed before its own time, so the search starts at the
 * latest of those, where the rule that asked for it and those beside it were found satisfied already.
 */
function healedTogether({ scene, rules }: Asking, healings: readonly Healing[]): Scene | null {
  let latest = scene;
  let last: Rule | null = null;
  for (const { verdict, healing } of healings) {
    if (verdict.effect === "warn") continue;
    if (!healing) return null;
    if (moment(healing) <= moment(latest)) continue;
    latest = healing;
    last = verdict.rule;
  }
  if (!last) return null;
  const one = last;
  const others = rules.filter((each) => !isBeside(one, each, scene));
  return settle(latest, rules, standing(others, latest));
}

function told(asking: Asking): Pick<Decision, "findings" | "earliest"> {
  if (asking.verdicts.length === 0) return { findings: [], earliest: null };
  const healings = asking.verdicts.map((verdict) => ({ verdict, healing: healedAlone(verdict, asking) }));
  const together = healedTogether(asking, healings);
  return { findings: healings.map(findingOf), earliest: together && momentText(together) };
}

/** Written out member by member: a decision that refuses is made of these, and spreads of perhaps-absent members cost as much as the asking. */
function findingOf({ verdict, healing }: Healing): Finding {
  const { rule, invariant, effect, requires } = verdict;
  const { row } = rule;
  const earliest = healing && momentText(healing);
  const next = earliest ?? (verdict.next && nextText(verdict.next));
  const values: MessageValues = { ...verdict.values, rule: row.id };
  if (next) values.next = next;
  const finding: Finding = {
    rule: invariant ?? row.id,
    force: invariant ? "POL" : row.force,
    effect,
    message: { key: verdict.message ?? row.message, values },
    citation: row.source.cite,
    requires: requires ?? [],
    unblockedBy: row.unblock.slice(),
    earliest,
  };
  if (row.part && !invariant) finding.part = row.part;
  return finding;
}

function unsupported({ pack, action }: Pick<DecisionInput, "pack" | "action">): Finding {
  return {
    rule: "X-09",
    force: "POL",
    effect: "block",
    message: { key: "unsupported", values: { why: `law.action.${action.type}`, rule: "X-09" } },
    citation: `Rule pack ${pack.id} ${pack.version}`,
    requires: [],
    unblockedBy: ["other_step"],
    earliest: null,
  };
}

const isBeforeCoverage = ({ pack, day, action }: Scene) =>
  day < dayOf(pack.coverageStart) && !alwaysOpen.has(action.type);

/** what the law was before the pack's first day is not guessed from what it is. */
const beforeCoverage = ({ pack }: Pick<DecisionInput, "pack">): Finding => ({
  rule: "X-10",
  force: "POL",
  effect: "block",
  message: { key: "before_coverage", values: { date: pack.coverageStart, rule: "X-10" } },
  citation: `Rule pack ${pack.id} ${pack.version}`,
  requires: [],
  unblockedBy: ["ask_counsel"],
  earliest: null,
});

/**
 * Whether an act is lawful at a moment, and everything that stands in its way. Pure, total and deterministic.
 *
 * Every unmet rule is reported with its source, what it needs and, where time alone heals, the first lawful moment:
 * an instant for contact, a civil date in the forum's zone for procedure. `earliest` of the decision is the first moment at
 * which all are healed at once. Warnings never forbid. An act the pack does not know is refused.
 */
export function decide(input: DecisionInput): Decision {
  const scene = sceneOf(input);
  const pack = { id: input.pack.id, version: input.pack.version };
  if (isBeforeCoverage(scene))
    return { allowed: false, findings: [beforeCoverage(input)], earliest: null, pack };
  const rules = rulesFor(input.pack, input.action.type, scene.states);
  if (!rules) {
    const findings = alwaysOpen.has(input.action.type) ? [] : [unsupported(input)];
    return { allowed: findings.length === 0, findings, earliest: null, pack };
  }
  const verdicts = standing(rules, scene);
  const allowed = verdicts.every(isWarning);
  return { allowed, ...told({ scene, rules, verdicts }), pack };
}

const isWarning = ({ effect }: Verdict) => effect === "warn";

/** Whether a refusal asks only for what the act itself says when it is recorded: its hour, its words, its amounts. */
export const isAskedInTheForm = ({
  effect,
  requires = [],
}: Pick<Finding, "effect"> & { requires?: string[] }) =>
  effect === "require" &&
  requires.length > 0 &&
  requires.every((path) => path === "at" || path.startsWith("action."));

/**
 * The decision as far as it is known before the act: what only the act itself can say (`at`, `action.*`) is asked when it is recorded,
 * and does not close the rung.
 */
export function outlook(input: DecisionInput): Decision & { zone: string } {
  const scene = sceneOf(input);
  const all = rulesFor(input.pack, input.action.type, scene.states);
  if (!all || isBeforeCoverage(scene)) return { ...decide(input), zone: scene.zone };
  const rules = all.filter((rule) => {
    const verdict = ask(rule, scene);
    return !verdict || !isAskedInTheForm(verdict);
  });
  const verdicts = standing(rules, scene);
  return {
    allowed: verdicts.every(isWarning),
    ...told({ scene, rules, verdicts }),
    pack: { id: input.pack.id, version: input.pack.version },
    zone: scene.zone,
  };
}

/** The rules behind one act, asked one by one: what the case page shows as a checklist. */
export function prerequisites(input: DecisionInput): { rule: Rule; finding: Finding | null }[] {
  const scene = sceneOf(input);
  const rules = rulesFor(input.pack, input.action.type, scene.states) ?? [];
  const asking = { scene, rules, verdicts: standing(rules, scene) };
  return rules.flatMap((rule) => {
    if (scene.day < rule.from || scene.day >= rule.until || rule.applies?.(scene) === false) return [];
    const verdict = asking.verdicts.find((each) => each.rule === rule);
    return [
      { rule, finding: verdict ? findingOf({ verdict, healing: healedAlone(verdict, asking) }) : null },
    ];
  });
}
