import type { z } from "zod";
import { isBodyTooLarge } from "./body-too-large.ts";

/** What a refused form gives back: errors as catalogue keys by field path, and everything that was typed. */
export type FormRefusal = {
  errors: Record<string, string[]>;
  values: Record<string, string | string[]>;
};

/** `values` is what was typed, for a refusal that only the use-case can find. */
export type Parsed<T> =
  | { ok: true; value: T; values: FormRefusal["values"] }
  | { ok: false; error: FormRefusal };

/**
 * Control characters but tab and line ends, and halves of surrogate pairs: no answer needs them and a text column
 * refuses some. They are dropped before anything is read, so what is checked, kept and shown again is one text.
 */
const unseen = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;
const readable = (entry: FormDataEntryValue) =>
  typeof entry === "string" ? entry.replace(unseen, "") : entry;

/** Secrets are asked for again, never sent back. */
const neverEchoed = /password|code|secret|token/i;

/**
 * Reads a form against its schema. Fields ending in `[]` are lists, `a.b` is member b of a; an empty field is
 * an absent one; files are passed through. A body that grows past the limit is refused with 413. `extra` adds what the address says (route parameters), which the form cannot override.
 */
export async function parseForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  extra: Record<string, string | undefined> = {},
): Promise<Parsed<z.output<S>>> {
  const form = await readForm(request);
  const input: Record<string, unknown> = Object.create(null);
  const values: FormRefusal["values"] = Object.create(null);
  for (const name of new Set(form.keys())) {
    const entries = form.getAll(name).map(readable);
    const key = name.endsWith("[]") ? name.slice(0, -2) : name;
    const texts = entries.filter((entry) => typeof entry === "string");
    if (!neverEchoed.test(key) && texts.length > 0) values[key] = name.endsWith("[]") ? texts : texts[0];
    if (name.endsWith("[]")) input[key] = entries.filter((entry) => entry !== "");
    else if (isGiven(entries[0])) place(input, key, entries[0]);
  }
  const parsed = await schema.safeParseAsync({ ...input, ...extra });
  if (parsed.success) return { ok: true, value: parsed.data, values };
  return { ok: false, error: { errors: errorsOf(parsed.error), values } };
}

/** A body that is no form is a bad request, whoever sent it; one that outgrew the limit while it was read is too large. */
async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (error) {
    throw new Response(null, { status: isBodyTooLarge(error) ? 413 : 400 });
  }
}

/** `amounts.fees` goes into the member `fees` of `amounts`; deeper names are left for the schema to refuse. */
function place(input: Record<string, unknown>, key: string, entry: FormDataEntryValue): void {
  const [outer, inner, ...deeper] = key.split(".");
  if (!inner || deeper.length > 0) {
    input[key] = entry;
    return;
  }
  const group = input[outer];
  input[outer] = { ...(typeof group === "object" && group !== null ? group : {}), [inner]: entry };
}

const isGiven = (entry: FormDataEntryValue | undefined) =>
  entry !== undefined && (typeof entry === "string" ? entry.trim() !== "" : entry.size > 0);

/** Every message in our schemas is a catalogue key; what zod words itself becomes the general one. */
export function errorsOf(error: z.ZodError): FormRefusal["errors"] {
  const errors: FormRefusal["errors"] = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".") || "form";
    const key = issue.message.startsWith("error.") ? issue.message : "error.invalid";
    errors[path] = [...(errors[path] ?? []), key];
  }
  return errors;
}

/** A refusal that a use-case found after the form was well formed, shown at its field with what was typed. */
export const refusedAt = (field: string, key: string, values: FormRefusal["values"] = {}): FormRefusal => ({
  errors: { [field]: [key] },
  values,
});
