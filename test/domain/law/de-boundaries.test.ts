import { expect, test } from "vitest";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { ask, blocking, but } from "./cases.ts";
import { collector, day, deFacts, deLawyer, demanded, firstLetter } from "./de-scenes.ts";

const bare = { ...firstLetter, items: {} };
const writes = (history: HistoryEvent[], actor: ActorInput, actorId?: string) =>
  blocking(ask({ facts: deFacts, history, action: { ...bare, actorId }, actor, at: day }));

test("DE-NOTICE-01: only one's own first letter frees the next from the eight items", () => {
  const [letter] = demanded;
  expect(writes([letter], collector())).not.toContain("DE-NOTICE-01");
  expect(writes([letter], { ...collector(), id: undefined }, "A1")).not.toContain("DE-NOTICE-01");
  for (const other of [deLawyer(), { ...collector(), id: "A2" }, { ...collector(), id: undefined }])
    expect(writes([letter], other)).toContain("DE-NOTICE-01");
  expect(writes([{ ...letter, actorId: undefined }], collector())).toContain("DE-NOTICE-01");
});

test("DE-ESC-22: reminders count after maturity, so a report asks for its day", () => {
  const reports = (dueDate: string | null) =>
    ask({
      facts: but(deFacts, { debt: { dueDate }, notices: { disputed: false } }),
      action: { type: "bureau_report" },
      at: day,
    });
  expect(reports("2025-11-03").allowed).toBe(true);
  for (const unknown of [null, "unknown"])
    expect(reports(unknown)).toMatchObject({
      allowed: false,
      findings: [{ rule: "DE-ESC-22", effect: "require", requires: ["debt.dueDate"] }],
    });
});
