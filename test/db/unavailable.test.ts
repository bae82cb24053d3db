import { expect, test } from "vitest";
import { isUnavailable } from "#db/unavailable.ts";

const failed = (code: string, cause?: unknown) => Object.assign(new Error(code, { cause }), { code });

test("a database that does not answer is told apart from a question it refuses", () => {
  for (const code of [
    "ECONNREFUSED",
    "CONNECT_TIMEOUT",
    "CONNECTION_ENDED",
    "57P01",
    "57P03",
    "53300",
    "08006",
  ]) {
    expect(isUnavailable(failed(code))).toBe(true);
    expect(isUnavailable(new Error("Failed query", { cause: failed(code) }))).toBe(true);
  }
  for (const error of [failed("23505"), failed("42501"), new Error("a bug"), "ECONNREFUSED", null]) {
    expect(isUnavailable(error)).toBe(false);
  }
});
