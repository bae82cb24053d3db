import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/**
 * One figure beside its peer's, measured in the same run. `ratio` is ours to the peer's, turned so that more than 1 is
 * better for us; `n` is the size of what was measured: events of a history, pairs of runs.
 */
export type Figure = {
  bench: string;
  figure: number;
  unit: string;
  peer: string;
  peerFigure: number;
  ratio: number;
  n: number;
};
export type Bench = () => Promise<Figure[]>;

const folder = fileURLToPath(new URL(".", import.meta.url));
/** `npm run bench [-- NAME …]`: one JSON line a figure; without a name, every bench. */
const asked = process.argv.slice(2);
const known = (await readdir(folder)).flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? []).sort();
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No such bench: ${unknown.join(", ")}. There are: ${known.join(", ")}.\n`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : known) {
  const { bench }: { bench: Bench } = await import(`./${name}.bench.ts`);
  for (const figure of await bench()) process.stdout.write(`${lineOf(figure)}\n`);
}
process.exit(0);

function lineOf({ bench, figure, unit, peer, peerFigure, ratio, n }: Figure): string {
  return JSON.stringify({ bench, figure, unit, peer, peerFigure, ratio, n });
}
