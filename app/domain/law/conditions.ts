import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { hasAny, hasSome } from "#app/domain/law/history.ts";
import { isNewYorkCity } from "#app/domain/law/new-york-city.ts";
import type { Condition } from "#app/domain/law/pack.ts";
import { reader } from "#app/domain/law/paths.ts";
import type { Scene } from "#app/domain/law/scene.ts";
import { accepts, isPlain } from "#app/domain/law/selectors.ts";

/** yes, no, or unknown. */
export type Answer = true | false | null;
export type Asked = (scene: Scene) => Answer;

const not = (answer: Answer): Answer => (answer === null ? null : !answer);

function everyAnswer(asked: readonly Asked[], scene: Scene, decisive: boolean): Answer {
  let unknown = false;
  for (const ask of asked) {
    const answer = ask(scene);
    if (answer === decisive) return decisive;
    if (answer === null) unknown = true;
  }
  return unknown ? null : !decisive;
}

const compiled = new WeakMap<Condition, Asked>();

/**
 * Turns a condition of the data into a function. Rows share their conditions (`covered`, `titled`), so each is compiled once
 * and asked once a scene.
 */
export function compileCondition(condition: Condition): Asked {
  const known = compiled.get(condition);
  if (known) return known;
  const isCompound = "all" in condition || "any" in condition || "not" in condition;
  const asked = isCompound ? once(compileAnew(condition)) : compileAnew(condition);
  compiled.set(condition, asked);
  return asked;
}

/** A scene never changes, so the answer of the last one stands until another is asked about. */
function once(ask: Asked): Asked {
  let last: Scene | null = null;
  let answer: Answer = null;
  return (scene) => {
    if (scene === last) return answer;
    answer = ask(scene);
    last = scene;
    return answer;
  };
}

function compileAnew(condition: Condition): Asked {
  if ("in" in condition) {
    const read = reader(condition.fact);
    const values: ReadonlySet<unknown> = new Set(condition.in);
    const absent = condition.absentMeansNo ? false : null;
    return (scene) => {
      const value = read(scene);
      if (Array.isArray(value)) return value.some((each) => values.has(each));
      return value === undefined ? absent : values.has(value);
    };
  }
  if ("atMost" in condition) {
    const read = reader(condition.fact);
    const absent = condition.absentMeansNo ? false : null;
    return (scene) => {
      const value = read(scene);
      return typeof value === "number" ? value <= condition.atMost : absent;
    };
  }
  if ("known" in condition) {
    const read = reader(condition.known);
    return (scene) => read(scene) !== undefined;
  }
  if ("all" in condition) {
    const asked = condition.all.map(compileCondition);
    return (scene) => everyAnswer(asked, scene, false);
  }
  if ("any" in condition) {
    const asked = condition.any.map(compileCondition);
    return (scene) => everyAnswer(asked, scene, true);
  }
  if ("not" in condition) {
    const ask = compileCondition(condition.not);
    return (scene) => not(ask(scene));
  }
  if ("from" in condition) {
    const from = dayOf(condition.from);
    return (scene) => scene.day >= from;
  }
  if ("state" in condition) {
    const { state } = condition;
    return (scene) => (scene.states.length > 0 ? scene.states.includes(state) : null);
  }
  if ("city" in condition) {
    const read = reader("debtor.residence.city");
    return (scene) => {
      const city = read(scene);
      return typeof city === "string" ? isNewYorkCity(city) : null;
    };
  }
  const selector = condition.happened;
  if (isPlain(selector)) return (scene) => hasAny(scene.history, selector.types, scene.to);
  return (scene) =>
    hasSome(scene.history, selector.types, scene.to, (item) => accepts(selector, item, scene));
}

/** The facts whose absence leaves a condition unanswered, for the finding to ask for. */
export function missingFrom(condition: Condition, scene: Scene): string[] {
  if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    return [
      ...new Set(
        parts
          .filter((part) => compileCondition(part)(scene) === null)
          .flatMap((part) => missingFrom(part, scene)),
      ),
    ];
  }
  if ("not" in condition) return missingFrom(condition.not, scene);
  if ("state" in condition) return ["debtor.residence.state"];
  if ("city" in condition) return ["debtor.residence.city"];
  if ("fact" in condition) return compileCondition(condition)(scene) === null ? [condition.fact] : [];
  return [];
}
