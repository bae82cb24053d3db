import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { ask, blocking } from "./cases.ts";
import { brokenContact } from "./oracle/contact.ts";
import { type Asked, contactQuestions } from "./oracle/questions.ts";
import { patience, runs } from "./runs.ts";

const text = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");

vi.setConfig({ testTimeout: patience });

test("contact is allowed exactly where a check of the call list by hand finds nothing broken", () => {
  fc.assert(
    fc.property(contactQuestions, (question) => {
      const decision = ask(question);
      const broken = brokenContact(question, question.at);
      expect({ allowed: decision.allowed, broken, rules: blocking(decision) }).toMatchObject({
        allowed: broken.length === 0,
      });
    }),
    runs(),
  );
});

/** Quarter hours, since that is where the hours of all zones begin; and the last second before. */
function momentsBetween({ at }: Asked, earliest: string): string[] {
  const [from, to] = [Date.parse(at), Date.parse(earliest)];
  const step = Math.max(900_000, Math.ceil((to - from) / 30 / 900_000) * 900_000);
  const quarters: string[] = [];
  for (let ms = Math.ceil(from / step) * step; ms < to; ms += step) quarters.push(text(ms));
  return to - 1000 >= from ? [...quarters, text(to - 1000)] : quarters;
}

test("`earliest` is the first moment at which the check by hand finds nothing broken", () => {
  fc.assert(
    fc.property(contactQuestions, (question) => {
      const { allowed, earliest } = ask(question);
      if (allowed || earliest === null) return;
      expect(brokenContact(question, earliest)).toEqual([]);
      const open = momentsBetween(question, earliest).filter(
        (moment) => brokenContact(question, moment).length === 0,
      );
      expect(open).toEqual([]);
    }),
    runs(),
  );
});
