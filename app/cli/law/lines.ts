import { once } from "node:events";
import type { Writable } from "node:stream";

/** A longer line is no question that anyone asks; it is skipped unread, so that memory stays bounded. */
export const MAX_LINE_BYTES = 1_048_576;

const NEWLINE = 0x0a;

/** A line as it came; `bytes` is null where it was too long to be kept. */
type Received = { bytes: Uint8Array | null };

/**
 * The lines of a stream of bytes, whatever the chunks they arrive in; of each chunk, those that it ends. The last line needs no line
 * break. Splitting bytes and not text keeps a character that two chunks share whole.
 */
async function* linesIn(input: AsyncIterable<Uint8Array>): AsyncGenerator<Received[]> {
  let kept: Uint8Array[] = [];
  let size = 0;
  const keep = (part: Uint8Array) => {
    size += part.length;
    if (size > MAX_LINE_BYTES) kept = [];
    else if (part.length > 0) kept.push(part);
  };
  const take = (): Received => {
    const line = { bytes: size > MAX_LINE_BYTES ? null : kept.length === 1 ? kept[0] : Buffer.concat(kept) };
    kept = [];
    size = 0;
    return line;
  };
  for await (const chunk of input) {
    const lines: Received[] = [];
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at));
      lines.push(take());
      from = at + 1;
    }
    keep(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [take()];
}

/** What to say to one line, and whether it was a bad one. */
export type Answered = { answer: unknown; failed: boolean };

const refused = (message: string): Answered => ({ answer: { error: { path: "", message } }, failed: true });

/** Strips a byte order mark; bytes that are no UTF-8 throw. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

function answerTo({ bytes }: Received, answer: (line: unknown) => Answered): Answered | null {
  if (!bytes) return refused(`the line is longer than ${MAX_LINE_BYTES} bytes`);
  let line: unknown;
  try {
    const text = utf8.decode(bytes);
    if (text.trim() === "") return null;
    line = JSON.parse(text);
  } catch (error) {
    return refused(error instanceof SyntaxError ? `not JSON: ${error.message}` : "not UTF-8 text");
  }
  try {
    return answer(line);
  } catch (error) {
    return refused(`could not be answered: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Answers a stream of JSON lines, one line each, in order and in constant memory: it reads on only when the answers are taken.
 * A line that cannot be read is answered with its error, and the rest still run. Empty lines are passed over.
 *
 * @returns whether every line could be answered; a reader that went away ends the work without fault
 */
export async function answerLines(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  answer: (line: unknown) => Answered,
): Promise<boolean> {
  let fine = true;
  const closed = new AbortController();
  const stop = () => closed.abort();
  output.once("error", stop).once("close", stop);
  for await (const lines of linesIn(input)) {
    const answers = lines.flatMap((line) => answerTo(line, answer) ?? []);
    if (answers.some(({ failed }) => failed)) fine = false;
    if (closed.signal.aborted) break;
    const text = answers.map((each) => `${JSON.stringify(each.answer)}\n`).join("");
    if (text === "" || output.write(text)) continue;
    await once(output, "drain", { signal: closed.signal }).catch(() => undefined);
  }
  return fine;
}
