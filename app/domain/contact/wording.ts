import { lint } from "#app/domain/law/linter/lint.ts";
import { namesIn, render } from "./render.ts";
import { mostSegments, segmentsOf } from "./segments.ts";
import { caseValues, type Template, type TemplateValues, typedFields } from "./templates/template.ts";

/** A template's words without what hangs on them: the subject, and each passage in its order. */
export type Wording = { subject: string; passages: string[] };

/** Why a wording cannot stand; `field` is the form's. */
export type WordingFlaw = { field: string; message: string };

/** An approved wording is the build's version and a number: 1001 is the first other wording of version 1. */
const perVersion = 1_000;

/** What stands for a template is its newest version in the build, in the last wording approved for that version. */
export const standing = (version: number): number => (version < perVersion ? version * perVersion : version);

export const nextVersion = (version: number): number => standing(version) + 1;

/** The build's own version that a wording rests on. */
export const buildVersion = (version: number): number => Math.floor(standing(version) / perVersion);

export const wordingOf = ({ subject, passages }: Template): Wording => ({
  subject,
  passages: passages.map(({ text }) => text),
});

/** The template in other words. A passage without words is left out; what each carries stays with it. */
export function inWords(template: Template, { subject, passages }: Wording, version: number): Template {
  const written = template.passages.map((each, at) => ({ ...each, text: passages[at] ?? "" }));
  return { ...template, version, subject, passages: written.filter(({ text }) => text !== "") };
}

const everyValue = Object.fromEntries(
  [...caseValues, ...typedFields].map((name) => [name, `«${name}»`]),
) as TemplateValues;

const sameSlots = (one: string, other: string) =>
  String([...new Set(namesIn(one))].sort()) === String([...new Set(namesIn(other))].sort());

/**
 * Whether other words can take the place of a template's: each passage puts in the values it put in, so that what it carries for the
 * law is still in it; one that carries something is not left out; nothing in them is a threat, or doubtful; a text message stays one.
 * What is said around the values two administrators answer for.
 */
export function wordingFlaw(template: Template, words: Wording): WordingFlaw | null {
  const before = wordingOf(template);
  if (words.passages.length !== before.passages.length) return at("form", "error.wording.overtaken");
  if ((words.subject === "") !== (before.subject === "") || !sameSlots(words.subject, before.subject))
    return at("subject", "error.wording.slots");
  for (const [index, text] of words.passages.entries()) {
    const { text: old, carries = [] } = template.passages[index];
    const field = `passage.${index}`;
    if (text === "" && carries.length > 0) return at(field, "error.wording.carries");
    if (text !== "" && !sameSlots(text, old)) return at(field, "error.wording.slots");
    if (isDoubtful(text, template)) return at(field, "error.wording.threat");
  }
  if (JSON.stringify(words) === JSON.stringify(before)) return at("form", "error.wording.same");
  return letterFlaw(inWords(template, words, nextVersion(template.version)));
}

const at = (field: string, message: string): WordingFlaw => ({ field, message });

/** A letter that only a lawyer may send says that a lawyer writes. */
const isSo = ({ step }: Template, kind: string) => step === "lawyer_letter" && kind === "assumed_office";

/** Whether words of a template are a threat, or may be meant as one or as pressure. */
function isDoubtful(text: string, template: Template): boolean {
  const { severe, doubtful, threats } = lint(text);
  const doubts = doubtful.filter(({ kind }) => !isSo(template, kind));
  return severe.length + doubts.length + threats.length > 0;
}

/** Read as one letter: a threat may lie across two passages. */
function letterFlaw(template: Template): WordingFlaw | null {
  const { subject, body, missing } = render(template, everyValue);
  if (missing.length > 0) return at("form", "error.wording.carries");
  if (isDoubtful(`${subject}\n\n${body}`, template)) return at("form", "error.wording.threat");
  if (template.channel === "sms" && segmentsOf(body).segments > mostSegments)
    return at("form", "error.wording.too_long");
  return null;
}
