import { expect, test } from "vitest";
import { freeWords } from "#app/domain/contact/forms.ts";
import { lint } from "#app/domain/law/linter/lint.ts";

const typed = {
  supervisor: "Rechtsanwaltskammer Berlin",
  passage: "Bitte melden Sie sich.",
  answerBy: "2026-03-20",
};

test("a chamber of lawyers is named by lawyers, and doubted in anybody else's letter; days are no words", () => {
  expect(lint(freeWords(typed, "law_firm")).doubtful).toEqual([]);
  expect(lint(freeWords(typed, "agency")).doubtful).not.toEqual([]);
  expect(freeWords(typed, "agency")).not.toContain("2026");
});
