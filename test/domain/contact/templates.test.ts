import { expect, test } from "vitest";
import { isFormId } from "#app/domain/contact/prescribed-forms.ts";
import { carriedBy, formsIn, render, valuesOf } from "#app/domain/contact/render.ts";
import { segmentsOf } from "#app/domain/contact/segments.ts";
import { deFirstItems } from "#app/domain/contact/templates/de.data.ts";
import {
  caseValues,
  type Template,
  type TemplateValues,
  typedFields,
} from "#app/domain/contact/templates/template.ts";
import { templateOf, templates, templatesOf } from "#app/domain/contact/templates.ts";
import { letterValues } from "#app/domain/contact/values.ts";
import { cnDemandItems, usNoticeItems } from "#app/domain/law/act-items.ts";
import { lint } from "#app/domain/law/linter/lint.ts";
import { packIds } from "#app/domain/law/pack.ts";
import { aPaper } from "#test/support/letters.ts";

const everything = Object.fromEntries(
  [...caseValues, ...typedFields].map((name) => [name, `«${name}»`]),
) as TemplateValues;
/** Some say the one or the other: to whom a debt was owed first, or that it was not assigned. */
const isCarriedWithout = ({ passages }: Template, { name, item }: { name: string; item: string }) =>
  passages.some(({ text, carries = [] }) => carries.includes(item) && !text.includes(`{${name}}`));
const nameOf = ({ id, version }: Template) => `${id} v${version}`;

test("every template can carry all that its checklist asks for, and nothing it asks for is carried by words alone", () => {
  const lacking = templates.flatMap((each) => {
    const carried = carriedBy(each);
    return each.checklist.filter((item) => !carried.has(item)).map((item) => `${nameOf(each)}: ${item}`);
  });
  expect(lacking).toEqual([]);
  for (const each of templates) expect(render(each, everything).missing, nameOf(each)).toEqual([]);
});

test("a letter that lacks a value leaves the paragraph out and says which items it misses: it cannot be issued", () => {
  const wrong: string[] = [];
  for (const each of templates) {
    for (const name of valuesOf(each)) {
      const { body, missing } = render(each, { ...everything, [name]: null });
      const needed = each.passages.some(
        ({ text, carries = [] }) =>
          text.includes(`{${name}}`) &&
          carries.some((item) => each.checklist.includes(item) && !isCarriedWithout(each, { name, item })),
      );
      if (needed && missing.length === 0) wrong.push(`${nameOf(each)} without ${name} misses nothing`);
      if (/\{\w+\}/.test(body)) wrong.push(`${nameOf(each)} without ${name} shows a slot`);
    }
  }
  expect(wrong).toEqual([]);
});

test("each of the four laws has a first notice by e-mail with its own checklist whole", () => {
  const first = packIds.map((pack) => templatesOf(templates, pack).find(({ step }) => step !== "email"));
  expect(first.map((each) => each && [each.pack, each.step, each.language])).toEqual(
    expect.arrayContaining([
      ["US", "validation_notice", "en"],
      ["GB-EW", "reminder", "en"],
      ["DE", "reminder", "de"],
      ["CN", "reminder", "zh"],
    ]),
  );
  const checklist = (pack: string) => first.find((each) => each?.pack === pack)?.checklist;
  expect(checklist("US")).toEqual(
    expect.arrayContaining([...usNoticeItems, "collectorDisclosure", "optOut"]),
  );
  expect(checklist("CN")).toEqual(expect.arrayContaining([...cnDemandItems]));
  expect(checklist("DE")).toEqual(
    expect.arrayContaining(
      "clientNameAddress reasonAndContractDate interestCalculation aboveStatutoryRate costsKindAmountBasis vatStatement addressSource supervisor".split(
        " ",
      ),
    ),
  );
});

test("the words of a template hold out no step of the law, and nothing in them is doubtful", () => {
  for (const each of templates) {
    const { subject, body } = render(each, everything);
    const { severe, doubtful, threats } = lint(`${subject}\n\n${body}`);
    // That a lawyer writes is so, where only a lawyer may.
    const doubts = doubtful.filter(({ kind }) => each.step !== "lawyer_letter" || kind !== "assumed_office");
    expect([severe, doubts, threats], nameOf(each)).toEqual([[], [], []]);
  }
});

test("in Germany and the United States too there is a formal demand and a lawyer's letter, by e-mail and by post, whole in every item", () => {
  for (const pack of ["DE", "US"] as const) {
    const written = templatesOf(templates, pack);
    for (const [step, items] of [
      ["demand_payment", []],
      ["lawyer_letter", pack === "US" ? ["attorneyReview"] : ["engagementStatement", "responsibleLawyer"]],
    ] as const) {
      const letters = written.filter((each) => each.step === step);
      expect(letters.map(({ channel }) => channel).sort()).toEqual(["email", "post"]);
      for (const { checklist, answerDays } of letters) {
        const own =
          pack === "DE" ? deFirstItems : ["collectorDisclosure", "licenceNumber", "rightsUnchanged"];
        expect(checklist).toEqual(expect.arrayContaining([...own, "answerDeadline", "howToPay", ...items]));
        expect(answerDays).toBe(14);
      }
    }
  }
});

test("a formal demand gives the time that the law's own waits ask, to the day, and a lawyer's look at the file is a recent one", () => {
  const drawn = aPaper({});
  const on = (answerBy: string, reviewedOn: string, answerDays?: number) => {
    const at = new Date("2026-03-02T15:00:00Z");
    const typed = { answerBy, reviewedOn };
    return letterValues({ ...drawn, typed, answerDays, zone: "Europe/London", at });
  };
  expect(on("2026-03-16", "2026-03-02", 14)).toMatchObject({
    answerBy: "16 March 2026",
    reviewedOn: "2 March 2026",
  });
  expect(on("2026-03-15", "2026-03-03", 14)).toMatchObject({ answerBy: null, reviewedOn: null });
  expect(on("2026-03-03", "2026-01-31")).toMatchObject({
    answerBy: "3 March 2026",
    reviewedOn: "31 January 2026",
  });
  expect(on("2026-03-02", "2026-01-30")).toMatchObject({ answerBy: null, reviewedOn: null });
});

test("every text says how to stop the texts and where to answer, names neither amount nor person, and asks its sender for nothing", () => {
  const texts = templates.filter(({ channel }) => channel === "sms");
  expect(new Set(texts.map(({ pack }) => pack)).size).toBe(packIds.length);
  const stop = { en: "Reply STOP", de: "Antworten Sie STOP", zh: "拒收请回复T" };
  for (const each of texts) {
    const { subject, body, missing } = render(each, everything);
    expect(body, nameOf(each)).toContain(stop[each.language]);
    expect(body, nameOf(each)).toMatch(/«doorUrl»(?: |$)/);
    expect(body, nameOf(each)).not.toMatch(/«(?:owed|principal|debtor|claimKind|debtorAddress)»/);
    expect([subject, missing, each.asks], nameOf(each)).toEqual(["", [], []]);
    expect(each.checklist, nameOf(each)).toContain("optOut");
  }
});

test("a text with names of usual length is short: at most three parts, and in the phones' old alphabet but for Chinese", () => {
  const usual = {
    ...{ collector: "Marigold Recovery LLP", creditor: "Plum & Sons Ltd", caseCode: "R-7K2M9" },
    ...{ licence: "14401201510123456", doorUrl: "https://rung.example/door/7K2M-9QRT-4XWB-N3F5" },
  };
  for (const each of templates.filter(({ channel }) => channel === "sms")) {
    const { segments, encoding } = segmentsOf(render(each, usual).body);
    expect(segments, nameOf(each)).toBeLessThanOrEqual(3);
    expect(encoding, nameOf(each)).toBe(each.language === "zh" ? "UCS-2" : "GSM-7");
  }
});

test("every e-mail offers a way to end the e-mails, no letter speaks of it, and each names a way to disagree", () => {
  for (const each of templates) {
    const { body } = render(each, everything);
    expect(body.includes("«stopUrl»"), nameOf(each)).toBe(each.channel === "email");
    expect(
      ["howToDispute", "disputeStatement"].some((item) => carriedBy(each).has(item)),
      nameOf(each),
    ).toBe(true);
  }
});

test("every letter says where it is answered by post, and nothing in it calls it an e-mail", () => {
  const letters = templates.filter(({ channel }) => channel === "post");
  expect(new Set(letters.map(({ pack }) => pack)).size).toBe(packIds.length);
  for (const each of letters) {
    const { body, missing } = render(each, everything);
    expect(body, nameOf(each)).toContain("«collectorAddress»");
    expect(body, nameOf(each)).not.toMatch(/本邮件|this e-mail|diese E-Mail/i);
    expect(missing, nameOf(each)).toEqual([]);
    expect(render(each, { ...everything, collectorAddress: null }).missing).toContain("postalAddress");
  }
});

test("a version is one wording, and the newest is written from", () => {
  expect(new Set(templates.map(nameOf)).size).toBe(templates.length);
  for (const each of templates) expect(templateOf(templates, each.id, each.version)).toBe(each);
});

test("a value that looks like a slot, or would end a header, stays a value", () => {
  const [template] = templatesOf(templates, "GB-EW");
  const { subject, body } = render(template, {
    ...everything,
    creditor: "{debtor} & Co\r\nBcc: all@evil.example",
    debtor: "$& ‮evil",
  });
  expect(subject).not.toMatch(/[\r\n]/);
  expect(subject).toContain("{debtor} & Co");
  expect(body).toContain("Dear $& ‮evil");
});

test("what a template asks of its sender has a place in its words, and its words ask for nothing else", () => {
  for (const each of templates) {
    const placed = [...valuesOf(each)].filter((name) => typedFields.some((field) => field === name));
    const fields = each.asks.map(({ field }) => field);
    const inOtherWords = fields.filter((field) => field === "formerCreditor");
    expect([...placed, ...inOtherWords].sort(), nameOf(each)).toEqual([...fields].sort());
  }
});

test("a form in prescribed words is enclosed with a letter on paper alone, and carried nowhere but where it is named", () => {
  const enclosing = templates.filter((each) => formsIn(each).length > 0);
  expect(enclosing.map(({ id }) => id)).toContain("gb.letter-of-claim.post");
  for (const each of templates) {
    if (formsIn(each).length > 0) expect(each.channel, nameOf(each)).toBe("post");
    for (const { text, carries = [] } of each.passages)
      for (const item of carries.filter(isFormId)) expect(text, nameOf(each)).toContain(`{${item}}`);
  }
});
