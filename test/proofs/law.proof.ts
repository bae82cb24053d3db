import { readdirSync, readFileSync } from "node:fs";
import { projectRoot } from "#test/support/project.ts";
import type { Found, Proof } from "./run.ts";
import { runTests, type TestResult } from "./run-tests.ts";

const folder = "test/domain/law";
/** Each part tries every property this often, from a seed of its own. */
const RUNS = 1_000;
const PARTS = 12;

/** The files that ask how often a property is to be tried. */
const files = readdirSync(`${projectRoot}/${folder}`)
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => `${folder}/${file}`)
  .filter((file) => readFileSync(`${projectRoot}/${file}`, "utf8").includes('from "./runs.ts"'));

const parts = Array.from({ length: PARTS }, (_, at) => `seed ${at + 1}`);

export const proof: Proof = {
  title: "The law engine under random histories",
  parts,
  async run(part) {
    const seed = part.replace("seed ", "");
    const tests = await runTests(files, { LAW_RUNS: String(RUNS), LAW_SEED: seed });
    return { tests };
  },
  report(found) {
    const results = [...found.values()].flatMap(testsOf);
    const names = [...new Set(results.map(({ name }) => name))];
    const failed = results.filter(({ passed }) => !passed);
    const tried = RUNS * PARTS;
    return {
      holds: failed.length === 0 && results.length > 0,
      lines: [
        `Each of these was tried ${tried.toLocaleString("en")} times on random facts, histories and moments, in ${PARTS} parts with a seed each;`,
        "those of one example only are repeated with them.",
        "",
        ...names.map((name) => `- ${name}`),
        ...failed.flatMap(({ name, message }) => ["", `## Failed: ${name}`, "", "```", message, "```"]),
      ],
    };
  },
};

const testsOf = ({ tests }: Found) => tests as TestResult[];
