import { expect, test } from "vitest";
import { decide } from "#app/domain/law/decide.ts";
import { decideAcross } from "#app/domain/law/decide-across.ts";
import { blocking, but, call, cnFacts, lawyer, type Question, questionOf, usFacts } from "./cases.ts";
import { aPack, aRow, askedOf, hours, waitOf } from "./small-packs.ts";

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

test("X-01: an act that the debtor's pack has no name for is a letter there", () => {
  const notice = {
    ...questionOf({ facts: moved, action: { type: "validation_notice" }, at: "2026-03-10T02:00:00Z" }),
  };
  const { findings } = decideAcross(notice);
  expect(findings.map(({ rule }) => rule)).not.toContain("X-09");
  const letter = aRow({ kind: "never" }, { id: "THERE-01", appliesTo: ["letter"] });
  const there = aPack([letter]);
  expect(decideAcross(notice, () => there).findings.map(({ rule }) => rule)).toContain("THERE-01");
});

const abroad = (days: number, at: string) => {
  const pol = { id: "POL-LADDER-01", force: "POL" } as const;
  const forum = [aRow(waitOf(7), pol), aRow(hours, { id: "FORUM-01" })];
  const there = [
    aRow(waitOf(7), pol),
    aRow(waitOf(days), { ...pol, message: "too_soon" }),
    aRow({ kind: "window", from: "12:00", to: "21:00" }, { id: "THERE-01" }),
  ];
  const facts = {
    debt: { dueDate: "2026-03-10" },
    debtor: { residence: { country: "CN", tz: "Europe/Berlin" } },
  };
  return decideAcross(askedOf(forum, at, { facts }), () => aPack(there, { id: "CN" }));
};

test("X-01: what both packs say is told once, and what the platform says for another reason is told", () => {
  const { findings } = abroad(20, "2026-03-12T11:30:00Z");
  expect(findings.map(({ rule, message }) => [rule, message.key])).toEqual([
    ["POL-LADDER-01", "waiting_period"],
    ["POL-LADDER-01", "too_soon"],
  ]);
});

test("X-01: the first moment is one at which both laws allow the act", () => {
  expect(abroad(20, "2026-03-12T11:30:00Z").earliest).toBe("2026-03-30T10:00:00Z");
  expect(abroad(2, "2026-03-12T11:30:00Z").earliest).toBe("2026-03-17T11:00:00Z");
  expect(abroad(2, "2026-03-20T11:30:00Z")).toMatchObject({ allowed: true, earliest: null });
});

test("X-05: a threatened step has only the bars of its own pack's rows that refuse, and one that the pack does not know is refused", () => {
  const threat = aRow({ kind: "named", name: "threatIsLawful" }, { id: "X-05", appliesTo: ["letter"] });
  const bar = (over: object) =>
    aRow({ kind: "never" }, { id: "BAR-01", appliesTo: ["file_suit"], bars: true, ...over });
  const letter = { type: "letter", threatens: "suit" } as const;
  const bars = (over: object, action: object = letter) =>
    decide(askedOf([threat, bar(over)], "2026-03-12", { action: { ...letter, ...action } })).findings.map(
      ({ message }) => message.values.bars,
    );
  expect(bars({})).toEqual(["BAR-01"]);
  expect(bars({ bars: undefined })).toEqual([]);
  expect(bars({ confidence: "low" })).toEqual([]);
  const abroadOnly = { when: { fact: "action.forumState", in: ["BY"] } };
  expect(bars(abroadOnly, { forumState: "BY" })).toEqual(["BAR-01"]);
  expect(bars(abroadOnly, { forumState: "BE" })).toEqual([]);
  expect(bars({}, { threatens: "consumption_restriction" })).toEqual(["X-05"]);
});

test("X-01: what both packs say is told once beside other refusals of the forum", () => {
  const { findings } = abroad(20, "2026-03-12T05:00:00Z");
  expect(findings.map(({ rule, message }) => [rule, message.key])).toEqual([
    ["POL-LADDER-01", "waiting_period"],
    ["FORUM-01", "waiting_period"],
    ["POL-LADDER-01", "too_soon"],
    ["THERE-01", "waiting_period"],
  ]);
});
