import type { PackId } from "#app/domain/law/pack.ts";
import { cnTemplates } from "./templates/cn.data.ts";
import { deTemplates } from "./templates/de.data.ts";
import { deDemands } from "./templates/de-demands.data.ts";
import { gbTemplates } from "./templates/gb.data.ts";
import { smsTemplates } from "./templates/sms.data.ts";
import type { Template, TemplateLanguage } from "./templates/template.ts";
import { usTemplates } from "./templates/us.data.ts";
import { usDemands } from "./templates/us-demands.data.ts";
import { inWords, standing, type Wording } from "./wording.ts";

/** Every version there ever was; only the last of each id is written from. */
export const templates: readonly Template[] = [
  ...usTemplates,
  ...usDemands,
  ...gbTemplates,
  ...deTemplates,
  ...deDemands,
  ...cnTemplates,
  ...smsTemplates,
];

/** Every version: the build's, and what was approved on top of them. */
export type TemplateBook = readonly Template[];

/** Another wording of a template, as approved: of which version, and under which it stands. */
export type ApprovedWording = { templateId: string; base: number; version: number; words: Wording };

/** The templates with every approved wording, given in the order of their versions. Pure: equal wordings, equal book. */
export function bookOf(approved: readonly ApprovedWording[]): TemplateBook {
  const book = [...templates];
  for (const { templateId, base, version, words } of approved) {
    const worded = templateOf(book, templateId, base);
    if (worded) book.push(inWords(worded, words, version));
  }
  return book;
}

/** What can be written from under a pack: what stands of each of its templates. */
export function templatesOf(book: TemplateBook, pack: PackId): Template[] {
  const newest = new Map<string, Template>();
  for (const each of book) {
    const known = newest.get(each.id);
    if (each.pack === pack && (!known || standing(each.version) > standing(known.version)))
      newest.set(each.id, each);
  }
  return [...newest.values()];
}

/** In which language a template writes: the same in every version and wording. */
export const languageOf = (id: string): TemplateLanguage =>
  templates.find((each) => each.id === id)?.language ?? "en";

/** The very version that a message was written from. */
export const templateOf = (book: TemplateBook, id: string, version: number): Template | null =>
  book.find((each) => each.id === id && each.version === version) ?? null;
