import { Worker } from "node:worker_threads";
import { pageText, type TextState } from "#app/domain/cases/document-text.ts";
import { packsTooMuch } from "./pdf-bounds.server.ts";

export type DocumentText = {
  state: Exclude<TextState, "waiting">;
  /** What its pages say, as far as they were read; of a plain text one. */
  pages: string[];
  /** How many pages it has; null where that cannot be told. */
  of: number | null;
};

/** What one document may cost whoever reads it: beyond, what was read so far is all. */
export type TextLimits = { ms: number; pages: number; letters: number; heapMb: number; growthMb: number };

export const textLimits: TextLimits = {
  ms: 60_000,
  pages: 2_000,
  letters: 2_000_000,
  heapMb: 256,
  growthMb: 768,
};

/** The text of a document as it stands in the file: nothing is recognised in pictures. */
export async function textOf(
  { bytes, mediaType }: { bytes: Uint8Array; mediaType: string },
  limits = textLimits,
): Promise<DocumentText> {
  switch (mediaType) {
    case "text/plain": {
      const text = pageText(new TextDecoder().decode(bytes)).slice(0, limits.letters);
      return { state: text === "" ? "none" : "read", pages: [text], of: 1 };
    }
    case "application/pdf":
      return pdfText(bytes, limits);
    default:
      return { state: "none", pages: [], of: 1 };
  }
}

/** What the thread says: how many pages there are, the text of the next, that it is through, or why it is not. */
type Said = { pages: number } | { text: string } | { done: true } | { failed: "locked" | "unreadable" };

/**
 * A foreign PDF is read in a thread of its own, with a heap of its own, and ended with it: at its last page, at a limit, or where it takes the
 * process's memory along. A page that was read stays read.
 */
async function pdfText(bytes: Uint8Array, limits: TextLimits): Promise<DocumentText> {
  const unreadable: DocumentText = { state: "unreadable", pages: [], of: null };
  if (packsTooMuch(bytes)) return unreadable;
  const read = { pages: [] as string[], of: null as number | null, letters: 0 };
  const worker = new Worker(new URL("./pdf-text-thread.js", import.meta.url), {
    workerData: { bytes: Uint8Array.from(bytes), maxPages: limits.pages },
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  const failed = await new Promise<"locked" | "unreadable" | null>((settle) => {
    const most = process.memoryUsage.rss() + limits.growthMb * 1024 * 1024;
    const watch = setInterval(() => process.memoryUsage.rss() > most && end("unreadable"), 100);
    const over = setTimeout(() => end("unreadable"), limits.ms);
    const end = (why: "locked" | "unreadable" | null) => {
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
        const text = pageText(said.text).slice(0, limits.letters - read.letters);
        read.pages.push(text);
        read.letters += text.length;
        if (read.letters >= limits.letters) end(null);
      }
    });
  });
  await worker.terminate();
  const { pages, of, letters } = read;
  if (letters > 0) return { state: "read", pages, of };
  return failed ? { ...unreadable, state: failed } : { state: "none", pages: [], of };
}
