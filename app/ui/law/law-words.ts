import type { T } from "#app/messages/translate.ts";

/** The first day of the engine's calendar: a rule without a beginning of its own. */
export const ALWAYS = "1970-01-01";

/** A word whose key arrived as data; as it stands where the catalogue has none. */
export const wordOr = (t: T, key: string, otherwise: string) => (t.has(key) ? t(key) : otherwise);

/** A series by its name; a new one goes by its id until it has one. */
export const seriesName = (t: T, id: string) => wordOr(t, `law_admin.series.${id}`, id);

/** What a change is about, in words. */
export function subjectName(t: T, { kind, subject }: { kind: string; subject: string }) {
  if (kind === "series") return seriesName(t, subject);
  if (kind === "signature")
    return t("law_admin.signature_under", { pack: wordOr(t, `law.pack.${subject}`, subject) });
  return subject;
}

/** A row's address: its key, with the slash of an address told apart from its own. */
export const rowPath = (packId: string, key: string) =>
  `/admin/law/packs/${packId}/rows/${encodeURIComponent(key.replaceAll("/", "~"))}`;

/** Where a rule that is no check of a step lives, or why it is not built; null for a rule that is checked. */
export function lawNoteOf(t: T, id: string): string | null {
  const key = `lawnote.${id}`;
  return t.has(key) ? t(key) : null;
}
