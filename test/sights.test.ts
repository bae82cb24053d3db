import ts from "typescript";
import { expect, test } from "vitest";
import { sightPurposes } from "#app/domain/privacy/sights.ts";
import { translator } from "#app/messages/catalogue.ts";
import { doorLanguages } from "#app/messages/door/languages.ts";
import { doorTranslator } from "#app/messages/door/translate.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Open, openDebtor } from "#app/use-cases/debtor.server.ts";
import type { Sight } from "#app/use-cases/sights.server.ts";
import { sourceFiles, visit } from "#test/support/source-files.ts";

const sources = sourceFiles(["app", "db"]);

/** Files that call a function by this name. */
const callersOf = (name: string): string[] =>
  sources.flatMap(({ path, tree }) => {
    let isCalled = false;
    visit(tree, (node) => {
      if (ts.isCallExpression(node) && node.expression.getText() === name) isCalled = true;
    });
    return isCalled ? [path] : [];
  });

/** Each reads to compare, to send, to seal or to mask. One that hands what it read to a person belongs under `withPurpose`. */
const machine: Record<string, string> = {
  "app/use-cases/contact/ask-message.server.ts": "counts a letter that its sender has a sight of",
  "app/use-cases/contact/contact-view.server.ts": "masks; or draws what a sight was kept for",
  "app/use-cases/contact/message-now.server.ts": "sends",
  "app/use-cases/contact/spoken-scene.server.ts":
    "compares with other cases' and judges; or draws what a sight was kept for",
  "app/use-cases/contact/verify-channel.server.ts": "compares an address",
  "app/use-cases/debtors/enter-door.server.ts": "compares an answer",
  "app/use-cases/keys/kept-places.server.ts": "seals anew",
  "app/use-cases/privacy/answer-correction.server.ts": "seals anew what stays beside what is put right",
  "app/use-cases/privacy/debtor-card.server.ts": "masks, unless a sight is open",
  "app/use-cases/tenders/answer-question.server.ts": "looks for names in words",
};

test("without a sight nothing of a debtor is opened but by what is listed here with its reason", () => {
  expect(callersOf("byMachine")).toEqual(Object.keys(machine));
  expect(callersOf("ownSight")).toEqual([
    "app/use-cases/debtors/claim-view.server.ts",
    "app/use-cases/debtors/door-payments.server.ts",
    "app/use-cases/debtors/export-subject.server.ts",
  ]);
});

test("a debtor's sealed row and key are read by nobody who could open them past the sights", () => {
  expect(callersOf("sealedDebtorOf")).toEqual(["app/use-cases/debtor.server.ts"]);
  expect(callersOf("openSubjectKey")).toEqual([
    "app/use-cases/cases/draft-pages.server.ts",
    "app/use-cases/debtor.server.ts",
  ]);
  // @ts-expect-error: a field of the debtor is no place of words
  const past = (open: Open, sealed: Buffer) => open("name", sealed);
  expect(past).toBeTypeOf("function");
  const casts = sources.filter(({ text }) => /\bas (unknown as )?(Address)?Sight\b/.test(text));
  expect(casts.map(({ path }) => path)).toEqual([]);
});

test("every purpose has its words for whoever looks and, in each language of the door, for the debtor", () => {
  for (const purpose of sightPurposes) {
    for (const locale of ["en", "zh"] as const)
      expect(translator(locale).has(`sights.purpose.${purpose}`), purpose).toBe(true);
    for (const language of doorLanguages)
      expect(doorTranslator(language).has(`data.purpose.${purpose}`), `${language} ${purpose}`).toBe(true);
  }
});

test("a sight cannot be written by hand: the compiler takes none that the log of sights did not give", () => {
  const ctx = {} as Ctx;
  const made = { caseId: "", fields: ["email"] as const };
  // @ts-expect-error: fields alone are no sight
  const withFields = () => openDebtor(ctx.db, ctx, made);
  // @ts-expect-error: nor is nothing
  const withNothing = () => openDebtor(ctx.db, ctx);
  const given = {} as { [key in "sight"]: Sight<"name"> };
  const opened = () => openDebtor(ctx.db, ctx, given.sight);
  // @ts-expect-error: a sight of the name opens no e-mail address
  const more = async () => (await opened())?.person?.email;
  expect([withFields, withNothing, opened, more]).toHaveLength(4);
});
