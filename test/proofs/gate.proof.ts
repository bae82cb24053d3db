import type { Found, Proof } from "./run.ts";
import { runTests, type TestResult } from "./run-tests.ts";

const HISTORIES = 10_000;
const PART = 1_000;
const DAYS = 20;
const SEEDS = 5;

const histories = Array.from({ length: HISTORIES / PART }, (_, at) => `histories from ${at * PART}`);
const seeds = Array.from({ length: SEEDS }, (_, at) => `${DAYS} days of senders at once, seed ${at + 1}`);
const numberIn = (part: string) => part.split(" ").at(-1) ?? "";

type Part = { results: TestResult[] };
const resultsOf = (found: Found) => (found as Part).results;

/**
 * The contact gate against reckonings of their own: random histories of three collectors in four places, decided one by one, and on the real
 * database several workers at the same instant against a cap.
 */
export const proof: Proof = {
  title: "Nothing reaches a debtor against the law of the place",
  parts: [...histories, ...seeds],
  async run(part) {
    const isPure = histories.includes(part);
    const results = isPure
      ? await runTests(["test/domain/contact/gate-random.test.ts"], {
          ...{ GATE_RANDOM: String(PART), GATE_FROM: numberIn(part) },
        })
      : await runTests(
          ["test/use-cases/contact/gate-histories.test.ts"],
          { GATE_HISTORIES: String(DAYS), GATE_SEED: numberIn(part) },
          "database",
        );
    return { results };
  },
  report(found) {
    const failed = [...found].flatMap(([part, each]) =>
      resultsOf(each).flatMap(({ name, passed, message }) =>
        passed ? [] : [`- ${part}: ${name}: ${message.split("\n")[0]}`],
      ),
    );
    const isWhole = [...found.values()].every((each) => resultsOf(each).length > 0);
    return {
      holds: failed.length === 0 && isWhole,
      lines: [
        `${HISTORIES} random histories of three collectors of one person in New York State, England, Berlin and mainland China, e-mails, letters and calls, up to four senders at the same instant;`,
        `and ${DAYS * SEEDS} days on the real database with several workers at once over three collectors. Reckoned again by arithmetic that asks the product for nothing.`,
        ...(failed.length > 0
          ? ["", ...failed]
          : ["", "No violation, and no message held that the law lets go."]),
      ],
    };
  },
};
