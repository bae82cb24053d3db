/** One page of the wizard as it was typed: text by field, lists where several may be chosen. */
export type Typed = Record<string, string | string[]>;

/** A field's text; undefined for an empty one and for a list. */
export const textOf = (typed: Typed, field: string): string | undefined => {
  const value = typed[field];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
};
