import { expect, test } from "vitest";
import { authoritiesFor, type EngagementContents } from "#app/domain/engagements/contents.ts";
import { authorityTexts } from "#app/use-cases/engagements/authority-text.ts";
import { terms } from "#test/support/market.ts";

const contents = (given: Partial<EngagementContents> = {}, jurisdiction = "US-CA"): EngagementContents => ({
  version: 2,
  case: {
    code: "R-7K2M9",
    jurisdiction,
    placeCode: jurisdiction,
    claimKind: "goods",
    purpose: "commercial",
    principal: 4_825_000,
    currency: "EUR",
    dueOn: "2026-03-02",
  },
  creditor: { name: "Zephyr Goods Ltd", placeCode: jurisdiction },
  collector: {
    name: "Ada & Co",
    kind: "lawyer",
    placeCode: jurisdiction,
    licence: {
      kind: "bar_admission",
      number: "123456",
      territory: jurisdiction,
      register: null,
      checkedAt: null,
    },
  },
  scope: "judgment",
  authority: authoritiesFor("judgment"),
  terms: terms({ successBps: 1_731 }),
  legalCap: null,
  law: { pack: jurisdiction, version: "1", signedOffBy: null },
  powers: "general",
  authorityRules: [{ id: "US-ACTOR-01", citation: "Cal. Bus. & Prof. Code 6125" }],
  drawnUpAt: "2026-12-03T18:05:00.000Z",
  signBy: "2026-12-06T18:05:00.000Z",
  ...given,
});
const wordsOf = (given?: Partial<EngagementContents>, jurisdiction?: string) =>
  authorityTexts(contents(given, jurisdiction)).map((text) => ({
    language: text.language,
    words: JSON.stringify(text),
  }));
const places = ["US-CA", "CN", "GB-EW", "DE"];

test("a power is given in the language of its courts, English beside it, and nowhere without a law of its own", () => {
  expect(places.map((place) => wordsOf({}, place).map(({ language }) => language))).toEqual([
    ["en"],
    ["zh", "en"],
    ["en"],
    ["de", "en"],
  ]);
  expect(wordsOf({}, "FR")).toEqual([]);
});

test("in every language it names both sides, the licence and the case, leaves no blank and says nothing of the fee", () => {
  for (const place of places)
    for (const { words } of wordsOf({}, place)) {
      for (const said of ["Zephyr Goods Ltd", "Ada & Co", "123456", "R-7K2M9"]) expect(words).toContain(said);
      expect(words).not.toMatch(/\{\w+\}|undefined|\bpoa\.|\bpaper\.|17\.31|17,31|1731/);
    }
});

test("each says in its own words what the mandate reaches, and nothing beyond it", () => {
  const said = { en: "enforce", zh: "强制执行", de: "Zwangsvollstreckung" };
  for (const place of places) {
    const within = wordsOf({}, place);
    const beyond = wordsOf({ scope: "enforcement", authority: authoritiesFor("enforcement") }, place);
    for (const [at, { language, words }] of within.entries()) {
      const enforcing = (text: string) => text.toLowerCase().split(said[language].toLowerCase()).length;
      expect(enforcing(beyond[at].words)).toBeGreaterThan(enforcing(words));
    }
  }
});

test("special powers are said to be so, and read otherwise than general ones, in every language", () => {
  for (const place of places) {
    const [general, special] = [wordsOf({}, place), wordsOf({ powers: "special" }, place)];
    for (const [at, { words }] of general.entries()) expect(special[at].words).not.toBe(words);
  }
  const [chinese] = wordsOf({ powers: "special" }, "CN");
  expect(chinese.words).toMatch(/和解/);
  const [german] = wordsOf({}, "DE");
  expect(german.words).toContain("§ 83 ZPO");
});

test("an agency's power says that it is no lawyer before a court; a lawyer's does not", () => {
  const agency = { collector: { ...contents().collector, kind: "agency" } };
  expect(wordsOf(agency, "DE")[0].words).toContain("kein Rechtsanwalt");
  expect(wordsOf({}, "DE")[0].words).not.toContain("kein Rechtsanwalt");
  for (const place of places) {
    const [asLawyer, asAgency] = [wordsOf({}, place), wordsOf(agency, place)];
    expect(asAgency.map(({ words }) => words)).not.toEqual(asLawyer.map(({ words }) => words));
  }
});

test("the German text writes amounts, days and hours as German does, where an English comma would be a thousand times less", () => {
  const [german, english] = wordsOf({}, "DE");
  expect(german.words).toContain("48.250,00\u00a0EUR");
  expect(german.words).toContain("02.03.2026");
  expect(german.words).toContain("03.12.2026, 18:05 Uhr UTC");
  expect(english.words).toContain("48,250.00\u00a0EUR");
});

test("the rules it can be held against are cited; without any it says so", () => {
  expect(wordsOf()[0].words).toContain("Cal. Bus. & Prof. Code 6125");
  const [none] = wordsOf({ authorityRules: [] });
  expect(none.words).not.toContain("6125");
  expect(none.words.length).toBeGreaterThan(0);
});
