import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { ask, blocking } from "./cases.ts";
import { brokenWaits } from "./oracle/ladder.ts";
import { steps } from "./oracle/steps.ts";
import { patience, runs } from "./runs.ts";

/** The register was asked on the day of the question; a step beyond these days needs more than time. */
const FRESH_DAYS = 30;
const DAY_MS = 86_400_000;
const after = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

vi.setConfig({ testTimeout: patience });

test("a step is allowed exactly where walking the calendar finds every wait over", () => {
  fc.assert(
    fc.property(steps, (question) => {
      const decision = ask(question);
      const broken = brokenWaits(question, question.at);
      expect({ allowed: decision.allowed, broken, rules: blocking(decision) }).toMatchObject({
        allowed: broken.length === 0,
      });
    }),
    runs(),
  );
});

test("`earliest` of a step is the first day on which walking the calendar finds every wait over", () => {
  fc.assert(
    fc.property(steps, (question) => {
      const { allowed, earliest } = ask(question);
      if (allowed) return;
      const days = Array.from({ length: 90 }, (_, each) => after(question.at, each));
      const first = days.find((day) => brokenWaits(question, day).length === 0);
      const isTimeAlone = first !== undefined && first <= after(question.at, FRESH_DAYS);
      expect(earliest).toBe(isTimeAlone || earliest !== null ? first : null);
    }),
    runs(),
  );
});
