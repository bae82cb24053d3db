import { expect, test } from "vitest";
import { engineOnlyActions, holdTypes } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { ladder } from "#app/domain/law/ladder.ts";
import { packFor, packs } from "#app/domain/law/packs.ts";
import { lifecycleTypes, recordTypes, stages, stepTypes } from "#app/domain/law/types.ts";
import { en } from "#app/messages/en.ts";
import { ask, cnFacts, creditor, gbFacts, type Question, usFacts } from "./cases.ts";
import { cnWitnesses } from "./cn-witnesses.ts";
import { deFacts } from "./de-scenes.ts";
import { deWitnesses } from "./de-witnesses.ts";
import { gbWitnesses } from "./gb-witnesses.ts";
import { usWitnesses } from "./us-witnesses.ts";

const missing = (keys: Iterable<string>) => [...new Set(keys)].filter((key) => !(key in en)).sort();

const keysIn = (values: Record<string, string | number>) =>
  Object.values(values).flatMap((value) =>
    typeof value === "string" ? value.split("|").filter((part) => part.startsWith("law.")) : [],
  );

test("every row has words for its refusal and its way out", () => {
  const rows = packs.flatMap((pack) => pack.rows);
  expect(
    missing(
      rows.flatMap(({ message, unblock }) => [
        `law.reason.${message}`,
        ...unblock.map((key) => `law.unblock.${key}`),
      ]),
    ),
  ).toEqual([]);
});

test("every value a refusal carries as a key has words", () => {
  const findings = [usWitnesses, cnWitnesses, gbWitnesses, deWitnesses]
    .flatMap(Object.values<Question>)
    .flatMap((witness) => ask(witness).findings);
  expect(
    missing(findings.flatMap(({ message }) => [`law.reason.${message.key}`, ...keysIn(message.values)])),
  ).toEqual([]);
  expect(missing(findings.flatMap(({ requires }) => requires.map((fact) => `law.fact.${fact}`)))).toEqual([]);
});

test("every check of the ladder has words", () => {
  const rungs = [usFacts, cnFacts, gbFacts, deFacts].flatMap((facts) => {
    const pack = packFor(String(facts.case?.jurisdiction));
    return pack
      ? ladder({ pack, facts, history: historyOf([]), actor: creditor, at: "2026-04-08", stage: "intake" })
      : [];
  });
  const checks = rungs.flatMap(({ prerequisites }) => prerequisites.map(({ check }) => check));
  expect(missing(checks.flatMap(({ key, values }) => [`law.check.${key}`, ...keysIn(values)]))).toEqual([]);
  expect(missing(rungs.map(({ cost }) => `law.cost.${cost}`))).toEqual([]);
});

test("every stage, act, hold and pack has a name", () => {
  const acts = [...stepTypes, ...recordTypes, ...lifecycleTypes, ...engineOnlyActions, "attempt_blocked"];
  expect(missing(stages.map((stage) => `law.stage.${stage}`))).toEqual([]);
  expect(missing(acts.map((act) => `law.action.${act}`))).toEqual([]);
  expect(missing(holdTypes.flatMap((hold) => [`law.hold.${hold}`, `law.holdEnd.${hold}`]))).toEqual([]);
  expect(missing(packs.map(({ id }) => `law.pack.${id}`))).toEqual([]);
});

test("no platform rule or standard calls anything illegal", () => {
  const words = Object.entries(en).filter(([key]) => key.startsWith("law.reason."));
  expect(words.filter(([, text]) => /illegal|unlawful to/i.test(text))).toEqual([]);
});
