import { type FormId, isFormId } from "./prescribed-forms.ts";
import type { PlacedValue, Template, TemplateValues } from "./templates/template.ts";

export type Letter = {
  subject: string;
  body: string;
  /** Of the body its last part, where that is a form to be cut off. */
  slip?: string;
  /** What it carries of its checklist and beside it. */
  carries: readonly string[];
  /** What its checklist asks for and it does not carry: it cannot be issued. */
  missing: readonly string[];
};

const slot = /\{(\w+)\}/g;

/** The values a text puts in, as often as it does. */
export const namesIn = (text: string): PlacedValue[] =>
  [...text.matchAll(slot)].map(([, name]) => name as PlacedValue);

/** Puts values into a text in one pass, so that a value that looks like a slot stays as it is; null where one is not known. */
function filled(text: string, values: TemplateValues): string | null {
  if (namesIn(text).some((name) => !values[name])) return null;
  return text.replace(slot, (_, name: PlacedValue) => values[name] ?? "");
}

/** One line: what is put into a header must not end it. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** The letter as the debtor would read it. A paragraph that lacks a value is left out and carries nothing. */
export function render({ subject, passages, checklist, channel }: Template, values: TemplateValues): Letter {
  const written = passages.flatMap(({ text, carries = [], slip = false }) => {
    const paragraph = filled(text, values);
    return paragraph === null ? [] : [{ paragraph, carries, slip }];
  });
  const slip = written.find((each) => each.slip);
  const paragraphs = [...written.filter((each) => each !== slip), ...(slip ? [slip] : [])];
  const carries = new Set(written.flatMap((each) => each.carries));
  return {
    subject: oneLine(filled(subject, values) ?? ""),
    body: paragraphs.map(({ paragraph }) => paragraph).join(channel === "sms" ? " " : "\n\n"),
    ...(slip && { slip: slip.paragraph }),
    carries: [...carries],
    missing: checklist.filter((item) => !carries.has(item)),
  };
}

/** What a template can ever carry, every value given. */
export const carriedBy = ({ passages }: Template): Set<string> =>
  new Set(passages.flatMap(({ carries = [] }) => carries));

/** The forms a letter names, and so encloses. */
export const formsIn = (template: Template): FormId[] => [...valuesOf(template)].filter(isFormId);

/** The values a template puts in, in the order they appear. */
export const valuesOf = ({ subject, passages }: Template): Set<PlacedValue> =>
  new Set([subject, ...passages.map(({ text }) => text)].flatMap(namesIn));
