import fc from "fast-check";
import { expect, test } from "vitest";
import { carriedBy, render } from "#app/domain/contact/render.ts";
import {
  caseValues,
  type Template,
  type TemplateValues,
  typedFields,
} from "#app/domain/contact/templates/template.ts";
import { bookOf, templateOf, templates, templatesOf } from "#app/domain/contact/templates.ts";
import {
  inWords,
  nextVersion,
  standing,
  type Wording,
  wordingFlaw,
  wordingOf,
} from "#app/domain/contact/wording.ts";

const everything = Object.fromEntries(
  [...caseValues, ...typedFields].map((name) => [name, `«${name}»`]),
) as TemplateValues;
const notice = templates.find(({ id }) => id === "gb.first-notice") as Template;
const text = templates.find(({ channel }) => channel === "sms") as Template;
const words = wordingOf(notice);
const at = (index: number, passage: string): Wording => ({
  ...words,
  passages: words.passages.map((each, place) => (place === index ? passage : each)),
});

test("whatever wording passes, the letter still carries all its checklist and puts in the same values", () => {
  const another = fc.constantFrom(...templates).chain((template) =>
    fc
      .array(fc.constantFrom("keep", "more", "empty", "lose", "add"), {
        minLength: template.passages.length,
        maxLength: template.passages.length,
      })
      .map((changes) => ({
        template,
        passages: template.passages.map(({ text: old }, each) => changed(old, changes[each])),
      })),
  );
  let passed = 0;
  fc.assert(
    fc.property(another, ({ template, passages }) => {
      const wording = { subject: template.subject, passages };
      if (wordingFlaw(template, wording)) return;
      passed += 1;
      const worded = inWords(template, wording, nextVersion(template.version));
      expect(render(worded, everything).missing).toEqual([]);
      expect([...carriedBy(worded)].sort()).toEqual([...carriedBy(template)].sort());
    }),
    { numRuns: 3_000 },
  );
  expect(passed).toBeGreaterThan(20);
});

const changed = (old: string, how: string) =>
  ({
    keep: old,
    more: `${old} Thank you.`,
    empty: "",
    lose: old.replace(/\{\w+\}/, "someone"),
    add: `${old} {owed}`,
  })[how] ?? old;

test("each way to spoil a template is refused at its passage", () => {
  const owed = words.passages.findIndex((each) => each.includes("{owed}"));
  const flaws: [Wording, string, string][] = [
    [at(owed, words.passages[owed].replace("{owed}", "a lot")), `passage.${owed}`, "error.wording.slots"],
    [at(owed, `${words.passages[owed]} {debtorAddress}`), `passage.${owed}`, "error.wording.slots"],
    [at(owed, `${words.passages[owed]} {no_such_value}`), `passage.${owed}`, "error.wording.slots"],
    [at(owed, ""), `passage.${owed}`, "error.wording.carries"],
    [at(0, "Dear {debtor}, pay or we will have you arrested."), "passage.0", "error.wording.threat"],
    [{ ...words, subject: "A payment is overdue" }, "subject", "error.wording.slots"],
    [{ ...words, subject: "" }, "subject", "error.wording.slots"],
    [{ ...words, passages: words.passages.slice(1) }, "form", "error.wording.overtaken"],
    [words, "form", "error.wording.same"],
  ];
  for (const [wording, field, message] of flaws)
    expect(wordingFlaw(notice, wording), message).toEqual({ field, message });
  expect(wordingFlaw(notice, at(0, "Good morning {debtor}"))).toBeNull();
});

test("a threat that lies across two passages is found when they are read as one letter", () => {
  const split = wordingFlaw(notice, {
    ...words,
    passages: words.passages.map((each, place) =>
      place === 0 ? "Dear {debtor}, we will have you" : place === 1 ? `arrested. ${each}` : each,
    ),
  });
  expect(split?.message).toBe("error.wording.threat");
});

test("a text message stays one: no subject, and not longer than a phone takes", () => {
  const { passages } = wordingOf(text);
  expect(wordingFlaw(text, { subject: "Hello", passages })).toEqual({
    field: "subject",
    message: "error.wording.slots",
  });
  const long = passages.map((each, place) => (place === 0 ? `${each} ${"and so on ".repeat(120)}` : each));
  expect(wordingFlaw(text, { subject: "", passages: long })?.message).toBe("error.wording.too_long");
});

test("the last approved wording of the newest version of the build stands, and every version is still read", () => {
  const first = nextVersion(notice.version);
  const second = nextVersion(first);
  const wordings = [
    { templateId: notice.id, base: notice.version, version: first, words: at(0, "Good morning {debtor}") },
    { templateId: notice.id, base: first, version: second, words: at(0, "Good day {debtor}") },
  ];
  const book = bookOf(wordings);
  const stands = templatesOf(book, notice.pack).find(({ id }) => id === notice.id);
  expect([stands?.version, stands?.passages[0].text]).toEqual([second, "Good day {debtor}"]);
  expect(templateOf(book, notice.id, first)?.passages[0].text).toBe("Good morning {debtor}");
  expect(templateOf(book, notice.id, notice.version)).toBe(notice);
  // A later build's own version comes before what was worded on the one before it.
  expect(standing(notice.version + 1)).toBeGreaterThan(standing(second));
});
