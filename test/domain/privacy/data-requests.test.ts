import { expect, test } from "vitest";
import { answerDueOn, DataRequestForm } from "#app/domain/privacy/data-requests.ts";

test("an answer is due within a month by the calendar, in China within fifteen days", () => {
  expect(answerDueOn("DE", "2026-01-31")).toBe("2026-02-28");
  expect(answerDueOn("GB-EW", "2026-03-12")).toBe("2026-04-12");
  expect(answerDueOn("US-CA", "2026-12-31")).toBe("2027-01-31");
  expect(answerDueOn("CN", "2026-01-20")).toBe("2026-02-04");
});

test("a correction says what is to be corrected; an erasure needs no words", () => {
  const key = "01a20756-1c28-7424-9db0-2c04ebe1adf4";
  expect(DataRequestForm.safeParse({ key, kind: "erase" }).success).toBe(true);
  expect(DataRequestForm.safeParse({ key, kind: "correct" }).success).toBe(false);
  expect(DataRequestForm.safeParse({ key, kind: "correct", words: "My name is Hattie." }).success).toBe(true);
});
