import { readdirSync, readFileSync } from "node:fs";
import { Stryker } from "@stryker-mutator/core";
import { projectRoot } from "#test/support/project.ts";
import { explained } from "./mutants-explained.ts";
import type { Found, Proof } from "./run.ts";

const law = "app/domain/law";
/** What thinks. Packs, series, tables, lexicons and schemas are data, and each row of those has tests of its own. */
const folders = ["calculators", "calendar", "guards", "limitation", "money", "named"];
const single = [
  "compile",
  "conditions",
  "decide",
  "decide-across",
  "history",
  "paths",
  "selectors",
  "set-scene",
];
const isData = (path: string) => /\/(names|us-table|fee-tables?)\.ts$|\/court-fees\/|\.data\.ts$/.test(path);
/** Lines of source that one part mutates, about; a part that is stopped starts over. */
const PART_LINES = 350;
const LEAST_SCORE = 0.9;

function sourcesIn(folder: string): string[] {
  const entries = readdirSync(`${projectRoot}/${folder}`, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => `${entry.parentPath.slice(projectRoot.length).replace(/^\//, "")}/${entry.name}`)
    .filter((path) => !isData(path))
    .sort();
}

const linesOf = (path: string) => readFileSync(`${projectRoot}/${path}`, "utf8").split("\n").length;

/** Files of one folder that are mutated together; the name of a part is its files. */
function partsOf(paths: readonly string[]): string[] {
  const parts: string[][] = [];
  let lines = Number.POSITIVE_INFINITY;
  for (const path of paths) {
    lines += linesOf(path);
    if (lines > PART_LINES) {
      parts.push([]);
      lines = linesOf(path);
    }
    parts[parts.length - 1].push(path);
  }
  return parts.map((files) => files.map((file) => file.slice(law.length + 1)).join(" "));
}

/** `MUTANTS=guards/order.ts npm run proof -- mutants` tries some files only, and says so. */
const only = process.env.MUTANTS?.split(" ");
const parts = only
  ? partsOf(only.map((file) => `${law}/${file}`))
  : [
      ...folders.flatMap((folder) => partsOf(sourcesIn(`${law}/${folder}`))),
      ...partsOf(single.map((name) => `${law}/${name}.ts`)),
    ];

type Mutant = { file: string; line: number; was: string; becomes: string; mutator: string; status: string };

export const proof: Proof = {
  title: "Changes in the law engine that its tests notice",
  parts,
  async run(part) {
    const mutate = part.split(" ").map((file) => `${law}/${file}`);
    const results = await new Stryker({ ...options, mutate }).runMutationTest();
    const mutants = results.map(({ fileName, location, mutatorName, replacement, status }): Mutant => {
      const file = fileName.slice(fileName.indexOf(law) + law.length + 1);
      const { line, column } = location.start;
      const text = readFileSync(`${projectRoot}/${law}/${file}`, "utf8").split("\n")[line - 1];
      const end = location.end.line === line ? location.end.column : undefined;
      const was = text.slice(column - 1, end && end - 1);
      return { file, line, was, becomes: (replacement ?? "").slice(0, 160), mutator: mutatorName, status };
    });
    return { mutants };
  },
  report(found) {
    const mutants = [...found.values()].flatMap(mutantsOf).filter(({ status }) => counted.has(status));
    const killed = mutants.filter(isKilled);
    const score = killed.length / Math.max(mutants.length, 1);
    const files = [...new Set(mutants.map(({ file }) => file))];
    return {
      holds: score >= LEAST_SCORE,
      lines: [
        `${killed.length} of ${mutants.length} changes are noticed, ${percent(score)}.${only ? " Some files only." : ""}`,
        "",
        "| file | noticed | of | share |",
        "| --- | --- | --- | --- |",
        ...files.map((file) =>
          rowOf(
            file,
            mutants.filter((mutant) => mutant.file === file),
          ),
        ),
        "",
        "## Not noticed",
        "",
        ...mutants.filter((mutant) => !isKilled(mutant)).map(survivorLine),
      ],
    };
  },
};

/** A change that does not run, or was never asked about, says nothing of the tests. */
const counted = new Set(["Killed", "Timeout", "Survived", "NoCoverage"]);
const isKilled = ({ status }: Mutant) => status === "Killed" || status === "Timeout";
const mutantsOf = ({ mutants }: Found) => mutants as Mutant[];
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function rowOf(file: string, mutants: readonly Mutant[]): string {
  const killed = mutants.filter(isKilled).length;
  return `| ${file} | ${killed} | ${mutants.length} | ${percent(killed / mutants.length)} |`;
}

function survivorLine({ file, line, was, becomes, status }: Mutant): string {
  const change = `\`${was}\` → \`${becomes.replace(/\s+/g, " ")}\``;
  const why =
    explained[`${file} ${was} -> ${becomes}`] ?? (status === "NoCoverage" ? "no test comes here" : "");
  return `- ${file}:${line} ${change}${why && `: ${why}`}`;
}

const needed = [
  "app/{domain,messages,cli}/**",
  "db/**",
  "docs/law-coverage.md",
  "package.json",
  "test/{domain,support,proofs}/**",
  "tsconfig.json",
];
const options = {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/proofs/vitest.mutants.config.ts", related: false },
  coverageAnalysis: "perTest" as const,
  concurrency: Number(process.env.MUTANT_RUNNERS ?? 1),
  ignorePatterns: ["**", ...needed.map((pattern) => `!${pattern}`)],
  tempDirName: ".cache/stryker",
  cleanTempDir: "always" as const,
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 30,
  reporters: ["progress-append-only"],
};
