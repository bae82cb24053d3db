import type { Topic } from "#app/domain/law/calculator.ts";
import { calculateLine, decideLine, readDecideLine, schemasOf } from "#app/domain/law/interface.ts";
import { type Answered, answerLines } from "./law/lines.ts";
import { calculationLine, decisionLine } from "./law/words.ts";
import { print } from "./output.ts";

type LawTopic = Topic | "decide";

/** Answers JSON lines from standard input; exit status 1 when one of them could not be read. */
export async function law(topic: LawTopic, { schema }: { schema?: boolean }): Promise<void> {
  if (schema) return print(JSON.stringify(schemasOf(topic), null, 2));
  const answer = (line: unknown) => answerTo(topic, line);
  if (!(await answerLines(process.stdin, process.stdout, answer))) process.exitCode = 1;
}

/** The answer to one line, as it is printed. */
export function answerTo(topic: LawTopic, line: unknown): Answered {
  if (topic === "decide") {
    const read = readDecideLine(line);
    return read.ok
      ? { answer: decisionLine(decideLine(read.value)), failed: false }
      : { answer: { error: read.error }, failed: true };
  }
  const found = calculateLine(topic, line);
  return found.ok
    ? { answer: calculationLine(found.value), failed: false }
    : { answer: { error: found.error }, failed: true };
}
