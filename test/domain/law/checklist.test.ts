import { expect, test } from "vitest";
import { checklistOf } from "#app/domain/law/checklist.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { ladder, type Prerequisite } from "#app/domain/law/ladder.ts";
import { packFor } from "#app/domain/law/packs.ts";
import { but, called, cnFacts, cnLawyer, lawyer, usFacts } from "./cases.ts";

const prerequisite = (given: Partial<Prerequisite>): Prerequisite => ({
  rule: "US-X-01",
  force: "LAW",
  check: { key: "need", values: { rule: "US-X-01" } },
  message: { key: "fact_unknown", values: { rule: "US-X-01" } },
  citation: "1 USC 1",
  met: false,
  effect: "block",
  earliest: null,
  requires: [],
  unblockedBy: [],
  ...given,
});

const stateOf = (given: Partial<Prerequisite>) => checklistOf([prerequisite(given)])[0].state;

test("a line is met, missing, waiting, blocked, told at the act, or only a warning", () => {
  expect(stateOf({ met: true, effect: null })).toBe("met");
  expect(stateOf({ effect: "require", requires: ["debtor.ageYears"] })).toBe("missing");
  expect(stateOf({ effect: "block", requires: ["notices.validation.sentOn"] })).toBe("missing");
  expect(stateOf({ earliest: "2026-12-03" })).toBe("waits");
  expect(stateOf({})).toBe("blocked");
  expect(stateOf({ effect: "require", requires: ["action.emailBasis", "at"] })).toBe("asked");
  expect(stateOf({ effect: "require", requires: ["action.emailBasis", "debt.kind"] })).toBe("missing");
  expect(stateOf({ effect: "warn", requires: ["debt.kind"] })).toBe("note");
});

test("rules that say the same make one line with all their sources and every way out", () => {
  const lines = checklistOf([
    prerequisite({ requires: ["a"], unblockedBy: ["wait"] }),
    prerequisite({
      rule: "POL-X-01",
      message: { key: "fact_unknown", values: { rule: "POL-X-01" } },
      requires: ["a", "b"],
      unblockedBy: ["send_demand"],
    }),
    prerequisite({ rule: "US-X-02", message: { key: "minor", values: { rule: "US-X-02" } } }),
  ]);
  expect(lines).toHaveLength(2);
  expect(lines[0].rules.map(({ rule }) => rule)).toEqual(["US-X-01", "POL-X-01"]);
  expect(lines[0]).toMatchObject({ requires: ["a", "b"], unblockedBy: ["wait", "send_demand"] });
});

test("what somebody must do comes first, then what time brings, then what is met", () => {
  const lines = checklistOf([
    prerequisite({ met: true, effect: null }),
    prerequisite({ rule: "B", earliest: "2026-12-03" }),
    prerequisite({ rule: "C", requires: ["x"], message: { key: "c", values: {} } }),
  ]);
  expect(lines.map(({ state }) => state)).toEqual(["missing", "waits", "met"]);
});

test("pauses that are not in force make one line, which counts their kinds", () => {
  const pause = (rule: string, hold: string) =>
    prerequisite({ rule, met: true, effect: null, check: { key: "hold", values: { rule, hold } } });
  const lines = checklistOf([pause("A", "law.hold.dispute"), pause("B", "law.hold.death|law.hold.minor")]);
  expect(lines).toHaveLength(1);
  expect(lines[0].says).toEqual({ key: "no_pause", values: { count: 3 } });
  expect(lines[0].rules.map(({ rule }) => rule)).toEqual(["A", "B"]);
});

const us = packFor("US-CA");
const cn = packFor("CN-440300");
if (!us || !cn) throw new Error("no pack");

test("on another day a contact rung is decided for the day: its hour is told when the act is recorded", () => {
  const history = historyOf([{ type: "reminder", startedAt: "2026-02-02T16:00:00Z", direction: "out" }]);
  const facts = but(usFacts, { notices: { remindersOn: [] } });
  const scene = { pack: us, facts, history, actor: lawyer(), stage: "reminder" as const };
  const contact = ladder({ ...scene, at: "2026-02-10" }).find(({ stage }) => stage === "contact");
  expect(contact?.state).toBe("next");
  const hours = checklistOf(contact?.prerequisites ?? []).filter(({ requires }) => requires.includes("at"));
  expect(hours.map(({ state }) => state)).toEqual(hours.map(() => "asked"));
  expect(hours.length).toBeGreaterThan(0);
});

test("the checklist of a rung agrees with its state: nothing missing, waiting or blocked where it is open", () => {
  const scenes = [
    { pack: us, facts: usFacts, actor: lawyer(), history: historyOf([called("2026-02-09T16:00:00Z")]) },
    { pack: cn, facts: cnFacts, actor: cnLawyer(), history: historyOf([]) },
  ];
  let open = 0;
  for (const scene of scenes) {
    for (const at of ["2026-02-12", "2026-03-01", "2026-06-01", "2027-06-01"]) {
      for (const { state, prerequisites } of ladder({ ...scene, at, stage: "intake" })) {
        const standing = checklistOf(prerequisites).filter((line) =>
          ["missing", "blocked", "waits"].includes(line.state),
        );
        if (state === "next") {
          expect(standing).toEqual([]);
          open += 1;
        }
        if (state === "blocked") expect(standing).not.toEqual([]);
      }
    }
  }
  expect(open).toBeGreaterThan(3);
});
