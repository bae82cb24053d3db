import { createContext, useContext } from "react";
import type { MessageKey } from "#app/messages/words.ts";
import { useT } from "./messages.tsx";

/** What a refused form hands back: catalogue keys by field, `form` for the whole, and everything that was typed. */
export type FormAnswer = {
  errors: Record<string, readonly (MessageKey | string)[]>;
  values: Record<string, string | string[]>;
};

export type FormState = {
  /** Prefix of field ids, so that two forms on a page do not share them. */
  prefix: string;
  errors: FormAnswer["errors"];
  values: FormAnswer["values"];
  pending: boolean;
};

export const FormContext = createContext<FormState | null>(null);

export const useInsideForm = (): FormState | null => useContext(FormContext);

/** The one id of a field's control, also the target of its link in the summary. */
export const fieldId = (prefix: string, name: string): string => `${prefix}-${name.replace(/[^\w-]/g, "-")}`;

export type FieldState = {
  id: string;
  hintId: string;
  errorId: string;
  error: string | null;
  /** What was typed and refused, else what is stored, else empty. */
  value: string;
  values: string[];
  /** For `aria-describedby`: hint, then error. */
  describedBy: string | undefined;
};

/** A field's share of the form's answer. Outside a form it has no errors and only its stored value. */
export function useField(
  name: string,
  given: { defaultValue?: string | string[]; hint?: unknown },
): FieldState {
  const form = useInsideForm();
  const say = useErrorText();
  const id = fieldId(form?.prefix ?? "field", name);
  const error = (form?.errors[name] ?? []).map(say).join(" ") || null;
  const value = form?.values[name] ?? given.defaultValue ?? "";
  const described = [given.hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    error,
    value: typeof value === "string" ? value : (value[0] ?? ""),
    values: typeof value === "string" ? (value ? [value] : []) : value,
    describedBy: described || undefined,
  };
}

/**
 * An error key in words; a key the catalogue does not know becomes the general sentence. After a bar stands what the words call `{what}`:
 * the member of a text that is wrong, for instance.
 */
export function useErrorText(): (key: string) => string {
  const t = useT();
  return (text) => {
    const [key, what = ""] = text.split("|");
    return t.has(key) ? t(key, { what }) : t("error.invalid");
  };
}
