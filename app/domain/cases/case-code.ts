/** Crockford's base 32: no I, L, O or U, so that a code survives being read out. */
export const codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** How many random bytes a code takes. */
export const caseCodeBytes = 5;

/** `R-7K2M9` from five random bytes: five letters of five bits each. Uniqueness is the database's to ensure. */
export function caseCodeFrom(bytes: Uint8Array): string {
  if (bytes.length !== caseCodeBytes) throw new Error(`A case code takes ${caseCodeBytes} bytes`);
  return `R-${Array.from(bytes, (byte) => codeAlphabet[byte & 31]).join("")}`;
}
