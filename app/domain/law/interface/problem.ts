import type { z } from "zod";

/** What is wrong with a line, and where. */
export type LineRefusal = { path: string; message: string };

type Issue = z.core.$ZodIssue;

/** The first thing that is wrong, as deep as it can be told: in a choice, the alternative that was read furthest. */
export function firstProblem([issue]: readonly Issue[]): LineRefusal {
  const { path, message } = deepest(issue);
  return { path: path.reduce<string>(pathText, ""), message };
}

/** `facts.history[0].startedAt` */
function pathText(before: string, part: PropertyKey): string {
  if (typeof part === "number") return `${before}[${part}]`;
  return before === "" ? String(part) : `${before}.${String(part)}`;
}

function deepest(issue: Issue): { path: PropertyKey[]; message: string } {
  if (issue.code === "unrecognized_keys") {
    return { path: [...issue.path, issue.keys[0]], message: "no such name" };
  }
  const own = { path: issue.path, message: issue.message };
  if (issue.code !== "invalid_union") return own;
  const inner = issue.errors.flatMap(([first]) => (first ? [deepest(first)] : []));
  const furthest = inner.reduce((best, each) => (each.path.length > best.path.length ? each : best), {
    path: [] as PropertyKey[],
    message: messageOf(issue, inner),
  });
  return { path: [...issue.path, ...furthest.path], message: furthest.message };
}

/** A choice that says nothing of its own is told by its alternatives; that "unknown" and null are read goes without saying. */
function messageOf(issue: Issue, inner: readonly { message: string }[]): string {
  if (issue.message !== "Invalid input") return issue.message;
  const told = inner.map(({ message }) => message.replace(/^Invalid (input|option): /, ""));
  const plain = told.filter((each) => !/^expected ("unknown"|null)/.test(each));
  return plain.join(", or ") || issue.message;
}
