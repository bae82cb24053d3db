import { expect, test } from "vitest";
import type { Topic } from "#app/domain/law/calculator.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { calculate } from "./calculators.ts";

/** What is asked, of which facts; by which rule it is refused, why, and what would help. */
export type Refusal = [question: string, facts: Facts, rule: string, reason: string, ...requires: string[]];

/** Holds the calculators of a place to their refusals, word for word. */
export function testRefusals(place: string, topics: Partial<Record<Topic, readonly Refusal[]>>) {
  for (const [topic, rows] of Object.entries(topics) as [Topic, readonly Refusal[]][]) {
    test(`${place}, ${topic}: what cannot be worked out is refused by its rule, with what would help`, () => {
      for (const [question, facts, rule, reason, ...requires] of rows) {
        const { values, ...answer } = calculate(place, [topic, question], facts) as Record<string, unknown>;
        const asked = `${question} ${JSON.stringify(facts)}`;
        expect(answer, asked).toEqual({ refused: true, rule, reason, requires });
      }
    });
  }
}
