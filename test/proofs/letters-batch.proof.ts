import { startTestCluster } from "#test/support/cluster.ts";
import { type LettersResult, lettersRun } from "#test/support/letters-kill/letters-run.ts";
import type { Found, Proof } from "./run.ts";

const LETTERS = Number(process.env.LETTERS ?? 1_000);
const KILLS = Number(process.env.KILLS ?? 20);

const resultOf = (found: Found) => found as unknown as LettersResult;
const held = ({ letters, same, counted, posted, breaks, amidst }: LettersResult) =>
  letters === LETTERS && same && counted === LETTERS && posted === LETTERS && breaks === 0 && amidst > 0;

/** A batch of letters as large as one may be, decided, drawn and posted by workers that are killed on the way. */
export const proof: Proof = {
  title: "A batch of letters whose workers are killed is the file it would have been",
  parts: [`${LETTERS} letters`],
  async run() {
    const cluster = await startTestCluster();
    try {
      const tell = (what: string) => void process.stderr.write(`  ${what}\n`);
      return {
        ...(await lettersRun({
          cluster: cluster.database,
          name: "letters",
          letters: LETTERS,
          kills: KILLS,
          tell,
        })),
      };
    } finally {
      await cluster.stop();
    }
  },
  report(found) {
    const results = [...found.values()].map(resultOf);
    return {
      holds: results.length > 0 && results.every(held),
      lines: results.map(
        ({ letters, pages, kills, amidst, same, counted, posted, breaks }) =>
          `${letters} letters on ${pages} sheets were decided, drawn and posted twice from one database: undisturbed, and by workers of which ${kills} were to be killed (SIGKILL), ${amidst} of them amid work.
The two files are ${same ? "the same, byte for byte" : "NOT the same"}. Of the killed one's letters ${counted} are counted in the logs and ${posted} are posted there, each once; ${breaks} links of the logs are broken.`,
      ),
    };
  },
};
