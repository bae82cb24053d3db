import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { Location } from "@stryker-mutator/api/core";
import { Stryker } from "@stryker-mutator/core";
import { projectRoot } from "#test/support/project.ts";
import { folder, Modules, testFiles } from "./mutants/modules.ts";
import { explained } from "./mutants-explained.ts";
import type { Proof } from "./run.ts";

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
const PART_LINES = 700;
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

/** A change in the source: what stands there, or the first line of it, and what is put in its place. */
type Mutant = { file: string; at: Location; was: string; becomes: string; isTried: boolean };
type Tally = { noticed: number; of: number };
type Result = { tallies: Record<string, Tally>; missed: Mutant[] };

export const proof: Proof = {
  title: "Changes in the law engine that its tests notice",
  parts,
  run: async (part) => tried(part.split(" ").map((file) => `${law}/${file}`)),
  async again(_, before, commit) {
    if (!(await onlyTestsWereAdded(commit))) return null;
    const { tallies, missed } = before as Result;
    if (missed.length === 0) return before;
    const now = await tried(
      missed.map(({ file, at: { start, end } }) => `${law}/${file}:${place(start)}-${place(end)}`),
    );
    const isMissed = new Set(now.missed.map(keyOf));
    const still = missed.filter((mutant) => isMissed.has(keyOf(mutant)));
    const left = (file: string) => still.filter((mutant) => mutant.file === file).length;
    return {
      tallies: Object.fromEntries(
        Object.entries(tallies).map(([file, { of }]) => [file, { noticed: of - left(file), of }]),
      ),
      missed: still,
    };
  },
  report(found) {
    const results = [...found.values()].map((each) => each as Result);
    const tallies = results.flatMap((result) => Object.entries(result.tallies));
    const missed = results.flatMap((result) => result.missed);
    const of = tallies.reduce((sum, [, tally]) => sum + tally.of, 0);
    const score = (of - missed.length) / Math.max(of, 1);
    const unexplained = missed.filter((mutant) => whyOf(mutant) === "");
    return {
      holds: score >= LEAST_SCORE && unexplained.length === 0,
      lines: [
        `${of - missed.length} of ${of} changes are noticed, ${percent(score)}.${only ? " Some files only." : ""}`,
        "Changes that a test had noticed are not tried again where only tests were added since; all others are.",
        `${missed.length} are not, ${unexplained.length === 0 ? "each" : `all but ${unexplained.length}`} with the reason.`,
        "",
        "| file | noticed | of | share |",
        "| --- | --- | --- | --- |",
        ...tallies.map(
          ([file, each]) => `| ${file} | ${each.noticed} | ${each.of} | ${percent(each.noticed / each.of)} |`,
        ),
        "",
        "## Not noticed",
        "",
        ...missed.map(missedLine),
      ],
    };
  },
};

const place = ({ line, column }: Location["start"]) => `${line}:${column - 1}`;
const keyOf = ({ file, at, becomes }: Mutant) => JSON.stringify([file, at, becomes]);

async function tried(mutate: string[]): Promise<Result> {
  const results = await new Stryker({ ...options, mutate }).runMutationTest();
  const found: Result = { tallies: {}, missed: [] };
  for (const { fileName, location, replacement = "", status } of results) {
    if (!counted.has(status)) continue;
    const file = fileName.slice(fileName.indexOf(law) + law.length + 1);
    const isNoticed = status === "Killed" || status === "Timeout";
    const { noticed, of } = found.tallies[file] ?? { noticed: 0, of: 0 };
    found.tallies[file] = { noticed: noticed + (isNoticed ? 1 : 0), of: of + 1 };
    if (isNoticed) continue;
    const isTried = status !== "NoCoverage";
    const was = textAt(file, location);
    found.missed.push({ file, at: location, was, becomes: replacement, isTried });
  }
  return found;
}

/**
 * A change that a test noticed on a commit is noticed on this one, where nothing but lines of tests were added since to what the tests
 * read: the test still stands, and its random histories come from a fixed seed. Only what was not noticed is tried again then.
 */
async function onlyTestsWereAdded(commit: string): Promise<boolean> {
  const modules = new Modules(projectRoot);
  await modules.prepare(testFiles(projectRoot).map((file) => `${folder}/${file}`));
  // Words that people read bear on no verdict.
  const isRead = (path: string) =>
    path.startsWith(folder) || (modules.paths.has(path) && !path.startsWith("app/messages/"));
  try {
    const words = ["diff", "--numstat", "--no-renames", commit];
    const changed = execFileSync("git", words, { cwd: projectRoot, encoding: "utf8", stdio: "pipe" });
    return changed
      .split("\n")
      .map((line) => line.split("\t"))
      .filter(([, , path]) => path !== undefined && isRead(path))
      .every(([, removed, path]) => removed === "0" && path.startsWith(folder));
  } catch {
    return false;
  }
}

/** A change that does not run, or was never asked about, says nothing of the tests. */
const counted = new Set(["Killed", "Timeout", "Survived", "NoCoverage"]);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function textAt(file: string, { start, end }: Location): string {
  const text = readFileSync(`${projectRoot}/${law}/${file}`, "utf8").split("\n")[start.line - 1];
  return text.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined);
}

const inOneLine = (text: string) => text.replace(/\s+/g, " ").slice(0, 160);
const changeOf = ({ was, becomes }: Mutant) => `${was} -> ${inOneLine(becomes)}`;
const whyOf = (mutant: Mutant) => explained[mutant.file]?.[changeOf(mutant)] ?? "";

function missedLine(mutant: Mutant): string {
  const { file, at, was, becomes, isTried } = mutant;
  const why = [isTried ? "" : "no test comes here", whyOf(mutant)].filter((each) => each !== "").join("; ");
  return `- ${file}:${at.start.line} \`${was}\` → \`${inOneLine(becomes)}\`${why && `: ${why}`}`;
}

/** The processes that Stryker starts read the runner as it is written. */
process.env.NODE_OPTIONS = "--import tsx";
const needed = [
  "app/{domain,messages,cli}/**",
  "db/**",
  "docs/law-coverage.md",
  "package.json",
  "test/{domain,support,proofs}/**",
  "tsconfig.json",
];
const options = {
  testRunner: "in-process",
  plugins: ["./test/proofs/mutants/runner.ts"],
  coverageAnalysis: "perTest" as const,
  concurrency: Number(process.env.MUTANT_RUNNERS ?? 1),
  ignorePatterns: ["**", ...needed.map((pattern) => `!${pattern}`)],
  tempDirName: ".cache/stryker",
  cleanTempDir: "always" as const,
  timeoutMS: 12_000,
  dryRunTimeoutMinutes: 30,
  reporters: ["progress-append-only"],
};
