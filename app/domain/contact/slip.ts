import { letterWords } from "./letter-words.data.ts";
import type { TemplateLanguage } from "./templates/template.ts";

/** One line of a form: behind a box to tick or not, and how far in it stands. */
export type SlipLine = { text: string; box: boolean; depth: number };

/** A form at the foot of a letter that its reader cuts off and sends back: who sends it, to whom, and what they say. */
export type Slip = {
  cut: string;
  title: string;
  lines: readonly SlipLine[];
  from: { title: string; lines: readonly string[] };
  to: { title: string; lines: readonly string[] };
};

const deeper = "  ";
const tick = "[ ] ";

/** A line of the template's words: two spaces set it in, `[ ]` is a box. */
function lineOf(written: string): SlipLine {
  const depth = (written.length - written.trimStart().length) / deeper.length;
  const text = written.trim();
  const box = text.startsWith(tick);
  return { text: box ? text.slice(tick.length) : text, box, depth: Math.floor(depth) };
}

type Ends = { from: readonly string[]; to: readonly string[]; language: TemplateLanguage };

/** The form that a passage's words make: its first line is its title. */
export function slipOf(words: string, { from, to, language }: Ends): Slip {
  const [title = "", ...lines] = words.split("\n");
  const { cut, slipFrom, slipTo } = letterWords[language];
  return {
    ...{ cut, title: title.trim(), lines: lines.filter((line) => line.trim()).map(lineOf) },
    from: { title: slipFrom, lines: from },
    to: { title: slipTo, lines: to },
  };
}
