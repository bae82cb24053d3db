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
  /** Whether it holds, and the page's own lines. */
  report: (found: ReadonlyMap<string, Found>) => { holds: boolean; lines: readonly string[] };
};

type State = { commit: string; found: Record<string, Found> };

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
    if (state.found[part]) continue;
    process.stderr.write(`${name}: ${part} (${at + 1} of ${proof.parts.length})\n`);
    state.found[part] = await proof.run(part);
    keep(name, state);
  }
  const { holds, lines } = proof.report(new Map(Object.entries(state.found)));
  write(name, { proof, state, holds, lines });
  process.stdout.write(`${name}: ${holds ? "holds" : "DOES NOT HOLD"}, docs/proofs/${name}.md\n`);
  return holds;
}

/** What is proved is this commit; with changes on top it is that commit and more, and says so. */
function commitNow(): string {
  const git = (...words: string[]) =>
    execFileSync("git", words, { cwd: projectRoot, encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--", "app", "test", "db", "package.json");
  return git("rev-parse", "HEAD") + (changed === "" ? "" : " with changes");
}

/** Parts that were done on another commit prove nothing of this one. */
function resumed(name: string): State {
  const fresh = { commit: commitNow(), found: {} };
  if (args.includes("--restart")) rmSync(`${kept}/${name}.json`, { force: true });
  try {
    const state: State = JSON.parse(readFileSync(`${kept}/${name}.json`, "utf8"));
    return state.commit === fresh.commit ? state : fresh;
  } catch {
    return fresh;
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
  const data = { name, commit: state.commit, date, holds, found: state.found };
  writeFileSync(`${pages}/${name}.json`, `${JSON.stringify(data, null, 2)}\n`);
}
