import { expect, test } from "vitest";
import { type HistoryEvent, holdTypes } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { holdEndings, holdRules, partsOfEnding } from "#app/domain/law/holds.ts";
import { recordKinds } from "#app/domain/timeline/record-forms.ts";
import { ask, blocking, call, cnFacts, usFacts } from "./cases.ts";

const opened = (type: HistoryEvent["type"]): HistoryEvent => ({
  type,
  startedAt: "2026-03-10T15:00:00Z",
  direction: "in",
});

for (const type of holdTypes) {
  test(`${type}: a record opens it, it stops a call at once, and a record ends it`, () => {
    const opening = opened(holdRules[type].opens);
    expect(recordKinds).toContain(opening.type);
    const during = ask({ facts: cnFacts, history: [opening], action: call, at: "2026-04-08T02:00:00Z" });
    if (!["military", "channel_optout"].includes(type)) expect(during.allowed).toBe(false);
    const ended = historyOf([
      opening,
      { type: "hold_ended", hold: type, startedAt: "2026-03-20T15:00:00Z", direction: "in" },
    ]);
    expect(ended.holds).toEqual([expect.objectContaining({ type, endsAt: "2026-03-20T15:00:00Z" })]);
  });
}

test("a pause can be ended by nothing but what its law names", () => {
  expect(holdEndings.map((each) => partsOfEnding(each).hold)).toEqual(expect.arrayContaining([...holdTypes]));
  expect(holdEndings).toContain("bankruptcy:court_order");
  expect(holdEndings.filter((each) => each.startsWith("bankruptcy:"))).toHaveLength(1);
  expect(holdEndings.filter((each) => each.startsWith("dispute:"))).toEqual(["dispute:debtor_withdrew"]);
});

test("one pause ending leaves the other standing", () => {
  const history = [
    opened("complaint"),
    opened("dispute"),
    { type: "hold_ended", hold: "complaint", startedAt: "2026-03-20T15:00:00Z" } as const,
  ];
  expect(blocking(ask({ facts: usFacts, history, action: call, at: "2026-04-08T16:00:00Z" }))).toEqual([
    "US-ESC-04",
  ]);
});
