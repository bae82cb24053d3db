import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

/** What one document may cost whoever reads it: beyond, what was read so far is all. */
export type ReadingLimits = { ms: number; pages: number; letters: number; heapMb: number; growthMb: number };

export const readingLimits: ReadingLimits = {
  ms: 60_000,
  pages: 2_000,
  letters: 2_000_000,
  heapMb: 256,
  growthMb: 768,
};

export type ForeignFile = "pdf" | "mail" | "docx";
type Fault = "locked" | "unreadable";
/** The text of its pages as far as they were read, how many there are (null where that cannot be told), and what ended the reading early. */
export type ReadFile = { pages: string[]; of: number | null; failed: Fault | null };

type Reading = { as: ForeignFile; limits?: ReadingLimits; tidy?: (raw: string) => string };

/** By the package's own name, so that it is found from the source and from the build. */
const scriptOf = (as: ForeignFile): string =>
  createRequire(import.meta.url).resolve(`#app/gateways/${as}-text-thread.js`);

/** What the thread says: how many pages there are, the text of the next, that it is through, or why it is not. */
type Said = { pages: number } | { text: string } | { done: true } | { failed: Fault };

/**
 * A foreign file is read in a thread of its own, with a heap of its own, and ended with it: at its last page, at a limit, or where it takes the
 * process's memory along. A page that was read stays read.
 */
export async function readInThread(
  bytes: Uint8Array,
  { as, limits = readingLimits, tidy = (raw) => raw }: Reading,
): Promise<ReadFile> {
  const read: ReadFile = { pages: [], of: null, failed: null };
  let letters = 0;
  const worker = new Worker(scriptOf(as), {
    workerData: { bytes: Uint8Array.from(bytes), maxPages: limits.pages },
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  read.failed = await new Promise<ReadFile["failed"]>((settle) => {
    const most = process.memoryUsage.rss() + limits.growthMb * 1024 * 1024;
    const watch = setInterval(() => process.memoryUsage.rss() > most && end("unreadable"), 100);
    const over = setTimeout(() => end("unreadable"), limits.ms);
    const end = (why: ReadFile["failed"]) => {
      clearInterval(watch);
      clearTimeout(over);
      settle(why);
    };
    worker.on("error", () => end("unreadable"));
    worker.on("exit", () => end("unreadable"));
    worker.on("message", (said: Said) => {
      if ("pages" in said) read.of = said.pages;
      else if ("failed" in said) end(said.failed);
      else if ("done" in said) end(null);
      else {
        const text = tidy(said.text).slice(0, limits.letters - letters);
        read.pages.push(text);
        letters += text.length;
        if (letters >= limits.letters) end(null);
      }
    });
  });
  await worker.terminate();
  return read;
}
