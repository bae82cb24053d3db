/**
 * Rows of the reference that are no guard of a pack. `calculated`: a function computes it. `within`: another row, or the engine itself,
 * carries it. `open`: not encoded, with the reason. The note is for whoever reads the repository; people read `lawnote.<row>`.
 */
export type Elsewhere = { how: "calculated" | "within" | "open"; note: string };
export type Elsewheres = Readonly<Record<string, Elsewhere>>;

export const calculated = (note: string): Elsewhere => ({ how: "calculated", note });
export const within = (note: string): Elsewhere => ({ how: "within", note });
export const open = (note: string): Elsewhere => ({ how: "open", note });

export const text = open(
  "a matter of the text itself: the linter marks words that are shown to it; not built yet: sending by the platform, with the linter as its gate",
);
export const data = open("a duty of the platform as keeper of data, not a condition of a step");
export const register = open("checked by an admin against the register when a licence is verified");
