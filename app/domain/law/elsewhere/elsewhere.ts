/**
 * Rows of the reference that are no guard of a pack. `calculated`: a function computes it. `within`: another row, or the engine itself,
 * carries it. `open`: not encoded, with the reason.
 */
export type Elsewhere = { how: "calculated" | "within" | "open"; note: string };
export type Elsewheres = Readonly<Record<string, Elsewhere>>;

export const calculated = (note: string): Elsewhere => ({ how: "calculated", note });
export const within = (note: string): Elsewhere => ({ how: "within", note });
export const open = (note: string): Elsewhere => ({ how: "open", note });

export const text = open(
  "a matter of the text itself; read by the template linter when the contact gate sends",
);
export const data = open("a duty of the platform as keeper of data, not a condition of a step");
export const register = open("checked by an admin against the register when a licence is verified");
