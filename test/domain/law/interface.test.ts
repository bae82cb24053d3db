import { expect, test } from "vitest";
import { decideLine, readDecideLine } from "#app/domain/law/interface.ts";
import { call, cnFacts, usFacts } from "./cases.ts";

const line = {
  jurisdiction: "US",
  at: "2026-03-10T16:00:00Z",
  facts: { ...usFacts, actor: { kind: "creditor_self", credentials: [] }, history: [] },
  action: call,
};

test("a line is read with its actor and history among the facts, and the place of the case decides", () => {
  const read = readDecideLine(line);
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value.place).toBe("US-NY");
  expect(decideLine(read.value)).toMatchObject({ allowed: true, pack: { id: "US" } });
});

test("a name that is not listed is refused with its path", () => {
  const wrong = { ...line, facts: { ...line.facts, debtor: { ...usFacts.debtor, shoeSize: 43 } } };
  expect(readDecideLine(wrong)).toMatchObject({ ok: false, error: { path: "facts.debtor.shoeSize" } });
  expect(readDecideLine({ ...line, action: { ...call, type: "shout" } })).toMatchObject({
    ok: false,
    error: { path: "action.type" },
  });
  expect(readDecideLine({ ...line, at: "2026-02-30" })).toMatchObject({ ok: false, error: { path: "at" } });
  expect(readDecideLine(null)).toMatchObject({ ok: false, error: { path: "" } });
});

test("unknown is accepted for every fact and assumed for none", () => {
  const read = readDecideLine({
    ...line,
    facts: { ...line.facts, debt: { ...usFacts.debt, purpose: "unknown", principal: null } },
  });
  if (!read.ok) throw new Error(read.error.message);
  expect(decideLine(read.value)).toMatchObject({
    allowed: false,
    findings: [{ rule: "US-COV-01", requires: ["debt.purpose"] }],
  });
});

test("other names of the same act are understood", () => {
  const read = readDecideLine({
    ...line,
    at: "2026-03-10",
    action: { type: "claim_issued", forumState: "NY" },
  });
  expect(read).toMatchObject({ ok: true, value: { action: { type: "file_suit" } } });
});

test("an excerpt of a record warns of missing rungs of the platform's ladder, and still asks for what the law asks", () => {
  const facts = { ...cnFacts, notices: {}, actor: { kind: "creditor_self", credentials: [] } };
  const read = readDecideLine({ jurisdiction: "CN", at: "2026-04-08T02:00:00Z", facts, action: call });
  if (!read.ok) throw new Error(read.error.message);
  const decision = decideLine(read.value);
  expect(decision.allowed).toBe(true);
  expect(decision.findings.map(({ rule, effect }) => [rule, effect])).toEqual([
    ["CN-ESC-04", "warn"],
    ["POL-LADDER-02", "warn"],
  ]);
});

test("a jurisdiction without a pack allows nothing", () => {
  for (const jurisdiction of ["HK", "CN-TW", "DE-XX", "GB-SCT", "XX"]) {
    const read = readDecideLine({ ...line, jurisdiction, facts: {} });
    if (!read.ok) throw new Error(read.error.message);
    expect(decideLine(read.value)).toMatchObject({ allowed: false, earliest: null });
  }
});
