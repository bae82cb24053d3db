import type { T } from "./translate.ts";

/** The kind of a cause, out of its key: `set-off`, or `reversal set-off`. */
export const causeKind = (cause: string): string =>
  cause
    .split(":")
    .slice(0, cause.startsWith("reversal:") ? 2 : 1)
    .join(" ");

/** What moved money: `reversal set-off` names both; a cause that is not ours is the provider's. */
export const causeWords = (cause: string, t: T): string =>
  cause
    .split(" ")
    .map((part) => {
      const key = `money.cause.${part}`;
      return t.has(key) ? t(key) : t("money.cause.other");
    })
    .join(": ");
