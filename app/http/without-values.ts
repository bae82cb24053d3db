/**
 * An error as a log may hold it: what failed and where, without the values a failed query was given or a row it
 * met. Those are what people typed: names of debtors, terms of sealed bids, secrets.
 */
export function withoutValues(error: unknown): {
  name: string;
  message: string;
  code?: string;
  stack: string;
} {
  if (!(error instanceof Error)) return { name: "Thrown", message: typeof error, stack: "" };
  const cause = error.cause instanceof Error ? withoutValues(error.cause) : null;
  const code = "code" in error && typeof error.code === "string" ? error.code : cause?.code;
  const isQuery = "query" in error || "query" in Object(error.cause) || "severity" in error;
  const message = isQuery ? "A query failed" : error.message;
  return { name: error.name, message, ...(code ? { code } : {}), stack: framesOf(error) };
}

/** The lines of the stack that name places in code; the ones before them repeat the message. */
const framesOf = ({ stack = "" }: Error) =>
  stack
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .join("\n");
