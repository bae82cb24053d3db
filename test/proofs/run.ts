import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { projectRoot } from "#test/support/project.ts";

/** What one part of a proof found, as plain data. */
export type Found = Record<string, unknown>;

/** A long proof, in parts that are each done once: what was stopped goes on where it was. */
export type Proof = {
  /** What is proved, as the head of its page says it. */
  title: string;
  /** Names of the parts, in order. */
  parts: readonly string[];
  run: (part: string) => Promise<Found>;
  /** Brings a part that was done on an earlier commit up to this one; null where it must be done anew, as it must without this. */
  again?: (part: string, found: Found, commit: string) => Promise<Found | null>;
  /** Whether it holds, and the page's own lines. */
  report: (found: ReadonlyMap<string, Found>) => { holds: boolean; lines: readonly string[] };
};

/** `at`: the commit of each part. */
type State = { commit: string; found: Record<string, Found>; at: Record<string, string> };

const folder = fileURLToPath(new URL(".", import.meta.url));
const kept = `${projectRoot}/.cache/proofs`;
const pages = `${projectRoot}/docs/proofs`;

/** `npm run proof -- NAME … [--restart]`; without a name, every proof. */
const args = process.argv.slice(2);
const asked = args.filter((arg) => arg !== "--restart");
const known = readdirSync(folder).flatMap((file) => /^(.+)\.proof\.ts$/.exec(file)?.[1] ?? []);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No such proof: ${unknown.join(", ")}. There are: ${known.join(", ")}.\n`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : known) {
  const { proof }: { proof: Proof } = await import(`./${name}.proof.ts`);
  if (!(await prove(name, proof))) process.exitCode = 1;
}

async function prove(name: string, proof: Proof): Promise<boolean> {
  const state = resumed(name);
  for (const [at, part] of proof.parts.entries()) {
    if (state.at[part] === state.commit) continue;
    process.stderr.write(`${name}: ${part} (${at + 1} of ${proof.parts.length})\n`);
    state.found[part] = (await again(proof, part, state)) ?? (await proof.run(part));
    state.at[part] = state.commit;
    keep(name, state);
  }
  const { holds, lines } = proof.report(new Map(proof.parts.map((part) => [part, state.found[part]])));
  write(name, { proof, state, holds, lines });
  process.stdout.write(`${name}: ${holds ? "holds" : "DOES NOT HOLD"}, docs/proofs/${name}.md\n`);
  return holds;
}

async function again(proof: Proof, part: string, { found, at }: State): Promise<Found | null> {
  const before = found[part];
  return (before && (await proof.again?.(part, before, at[part]))) ?? null;
}

/** What is proved is this commit; with changes on top it is that commit and more, and says so. */
function commitNow(): string {
  const git = (...words: string[]) =>
    execFileSync("git", words, { cwd: projectRoot, encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--", "app", "test", "db", "package.json");
  return git("rev-parse", "HEAD") + (changed === "" ? "" : " with changes");
}

/** What was found so far; on another commit it proves nothing of this one by itself. */
function resumed(name: string): State {
  const commit = commitNow();
  if (args.includes("--restart")) rmSync(`${kept}/${name}.json`, { force: true });
  try {
    const { found, at }: State = JSON.parse(readFileSync(`${kept}/${name}.json`, "utf8"));
    return { commit, found, at };
  } catch {
    return { commit, found: {}, at: {} };
  }
}

function keep(name: string, state: State): void {
  mkdirSync(kept, { recursive: true });
  writeFileSync(`${kept}/${name}.json`, JSON.stringify(state));
}

type Page = { proof: Proof; state: State; holds: boolean; lines: readonly string[] };

function write(name: string, { proof, state, holds, lines }: Page): void {
  const date = new Date().toISOString().slice(0, 10);
  const head = `# ${proof.title}\n\n${holds ? "Holds." : "Does not hold."} Commit ${state.commit}, ${date}; \`npm run proof -- ${name}\`.\n`;
  mkdirSync(pages, { recursive: true });
  writeFileSync(`${pages}/${name}.md`, `${head}\n${lines.join("\n")}\n`);
  const found = Object.fromEntries(proof.parts.map((part) => [part, state.found[part]]));
  const data = { name, commit: state.commit, date, holds, found };
  writeFileSync(`${pages}/${name}.json`, `${JSON.stringify(data, null, 2)}\n`);
}
