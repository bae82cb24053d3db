/** The SQLSTATE a statement failed with, however deep the driver's error lies; null for another error. */
export function raisedBy(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && /^[0-9A-Z]{5}$/.test(cause.code))
      return cause.code;
  }
  return null;
}

/** The constraint a statement broke; null for another error. */
export function constraintBroken(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("constraint_name" in cause && typeof cause.constraint_name === "string") return cause.constraint_name;
  }
  return null;
}
