import { expect, test } from "vitest";
import { decideAcross } from "#app/domain/law/decide-across.ts";
import { blocking, but, call, cnFacts, lawyer, type Question, questionOf, usFacts } from "./cases.ts";

const across = (question: Question) => decideAcross(questionOf(question));

/** A New York debt of a person who moved to Shenzhen. */
const moved = but(usFacts, {
  debtor: { residence: { country: "CN", state: null, city: "Shenzhen", tz: "Asia/Shanghai" } },
});

test("X-01: a call must be lawful where the court is and where the debtor lives, and waits for the stricter hour", () => {
  const at = (instant: string) => across({ facts: moved, action: call, at: instant });
  expect(at("2026-03-10T02:00:00Z").allowed).toBe(true);
  const early = at("2026-03-09T23:30:00Z");
  expect(blocking(early)).toContain("CN-CONTACT-01");
  expect(early.earliest).toBe("2026-03-10T00:00:00Z");
});

test("X-01: the debtor's law does not reach into the court's: a filing is decided by the forum alone", () => {
  const suit = across({
    facts: moved,
    history: [{ type: "demand_payment", startedAt: "2026-01-05" }],
    action: { type: "file_suit", forumState: "NY" },
    actor: lawyer(),
    at: "2026-03-10",
  });
  expect(suit.findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("CN"))).toEqual([]);
});

test("X-01: a debtor in a place without a pack is not contacted", () => {
  const facts = but(usFacts, { debtor: { residence: { country: "FR", state: null, tz: "Europe/Paris" } } });
  const decision = across({ facts, action: call, at: "2026-03-10T16:00:00Z" });
  expect(blocking(decision)).toContain("X-01");
  expect(decision.earliest).toBeNull();
});

test("where debtor and court are in one country nothing is asked twice", () => {
  const question: Question = { facts: cnFacts, action: call, at: "2026-04-08T15:00:00Z" };
  const decision = across(question);
  expect(decision.findings.filter(({ rule }) => rule === "CN-CONTACT-01")).toHaveLength(1);
});
