import { historyOf } from "#app/domain/law/history.ts";
import type { Guard, Pack, Row } from "#app/domain/law/pack.ts";
import { packFor } from "#app/domain/law/packs.ts";
import type { DecisionInput } from "#app/domain/law/set-scene.ts";

/** A row of a law that there is not, in force for long and about calls. */
export const aRow = (guard: Guard, over: Partial<Row> = {}): Row => ({
  id: "TEST-01",
  force: "LAW",
  confidence: "high",
  source: { cite: "Testing Act 1", effective: "2000-01-01" },
  appliesTo: ["call", "file_suit"],
  guard,
  message: "waiting_period",
  unblock: ["wait"],
  ...over,
});

/** Germany's pack with other rows. */
export const aPack = (rows: readonly Row[], over: Partial<Pack> = {}): Pack => ({
  ...packFor("DE")!,
  rows,
  ...over,
});

/** A call to Berlin, or what is given, asked of a pack of these rows alone. */
export const askedOf = (rows: readonly Row[], at: string, over: Partial<DecisionInput> = {}) => ({
  pack: aPack(rows),
  facts: { debtor: { residence: { tz: "Europe/Berlin" } }, debt: { dueDate: "2026-03-10" } },
  history: historyOf([]),
  action: { type: "call" } as const,
  actor: {},
  at,
  ...over,
});

export const waitOf = (days: number, over: Partial<Extract<Guard, { kind: "wait" }>> = {}): Guard => ({
  kind: "wait",
  after: { facts: ["debt.dueDate"], pick: "first", asks: "debt.dueDate" },
  days,
  orElse: "pass",
  reason: "law.wait.answer",
  ...over,
});
export const hours: Guard = { kind: "window", from: "08:00", to: "21:00" };
