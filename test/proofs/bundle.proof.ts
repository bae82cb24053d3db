import type { Found, Proof } from "./run.ts";
import { runTests, type TestResult } from "./run-tests.ts";

const TAMPERED = 1_000;

type Part = { results: TestResult[] };

/** Bundles of a real case, altered in every way that somebody who holds the file could, against the operator's own command. */
export const proof: Proof = {
  title: "Whatever is changed in an evidence bundle or its log is found offline",
  parts: [`${TAMPERED} tampered bundles`],
  async run() {
    const results = await runTests(
      ["test/use-cases/bundle/tampered-bundles.test.ts"],
      { BUNDLE_TAMPERED: String(TAMPERED) },
      "database",
    );
    return { results };
  },
  report(found) {
    const results = [...found.values()].flatMap((each: Found) => (each as Part).results);
    const ways = results.filter(({ tampered }) => tampered !== undefined);
    const count = ways.reduce((sum, { tampered = 0 }) => sum + tampered, 0);
    const failed = results.flatMap(({ name, passed, message }) =>
      passed ? [] : [`- ${name}: ${message.split("\n")[0]}`],
    );
    return {
      holds: failed.length === 0 && count === TAMPERED,
      lines: [
        `${count} bundles, no two alike, made in ${ways.length} ways from one of a case with a demand, a disputed claim and a refused call, with an earlier bundle of the same case and one of`,
        "another at hand. `rung verify bundle --key` was given all of them and the three that nobody touched, with no database and nothing that answers: it held for those three alone.",
        'What is not "signed anew" is found without the key as well. Signed anew by a key of the forger\'s own, a bundle that is consistent in itself is told by the key alone.',
        "",
        "| what was done | bundles | found |",
        "| --- | ---: | --- |",
        ...ways.map(
          ({ name, tampered = 0, passed }) =>
            `| ${name.replace(": every one is found", "")} | ${tampered} | ${passed ? "all" : "NOT ALL"} |`,
        ),
        ...(failed.length > 0 ? ["", ...failed] : []),
      ],
    };
  },
};
