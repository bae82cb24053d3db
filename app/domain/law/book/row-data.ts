import { z } from "zod";
import { engineOnlyActions, holdTypes } from "#app/domain/law/facts.ts";
import { named } from "#app/domain/law/named/named.ts";
import type { Condition, Guard, NamedRule, Row } from "#app/domain/law/pack.ts";
import { type EventType, lifecycleTypes, recordTypes, stepTypes } from "#app/domain/law/types.ts";

/** A row of law as an administrator writes it: the same closed set of guards as the packs', and nothing else. */

const date = z.iso.date("error.date");
const path = z.string().regex(/^[A-Za-z]\w*(\.\w+)*$/, "error.law.path");
const key = z.string().regex(/^[A-Za-z][\w.]*$/, "error.law.key");
const count = z.int("error.number").min(0, "error.number").max(100_000, "error.number");
const oneOrMore = <T extends z.ZodType>(each: T) => z.array(each).min(1, "error.required");

const acts = [...stepTypes, ...recordTypes, ...lifecycleTypes, ...engineOnlyActions] as const;
const events: readonly EventType[] = [...stepTypes, ...recordTypes, ...lifecycleTypes, "attempt_blocked"];

const selector = z.strictObject({
  types: oneOrMore(z.string()),
  direction: z.enum(["in", "out"]).optional(),
  outcomes: z.array(z.string()).optional(),
  notOutcomes: z.array(z.string()).optional(),
  connected: z.boolean().optional(),
  same: z.enum(["debt", "number", "contact"]).optional(),
  withoutConsent: z.literal(true).optional(),
  atWork: z.boolean().optional(),
  recipientRole: z.literal("debtor").optional(),
});

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({
      fact: path,
      in: z.array(z.union([z.string(), z.number(), z.boolean()])),
      absentMeansNo: z.literal(true).optional(),
    }),
    z.strictObject({ fact: path, atMost: z.number(), absentMeansNo: z.literal(true).optional() }),
    z.strictObject({ known: path }),
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
    z.strictObject({ from: date }),
    z.strictObject({ happened: selector }),
    z.strictObject({ city: z.literal("new-york-city") }),
    z.strictObject({ state: z.string() }),
  ]),
);

const anchor = z.strictObject({
  facts: z.array(path).optional(),
  events: selector.optional(),
  pick: z.enum(["first", "last"]),
  asks: path,
});

const clockTime = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, "error.time");
const weekdays = z.array(z.int().min(0).max(7));
const ruleNames = [...Object.keys(named), "threatIsLawful"];

const guard = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("wait"),
    after: anchor,
    days: count.optional(),
    months: count.optional(),
    hours: count.optional(),
    calendar: z.string().optional(),
    orElse: z.enum(["require", "pass"]),
    unlessConsent: z.literal(true).optional(),
    reason: key,
  }),
  z.strictObject({
    kind: z.literal("need"),
    all: oneOrMore(z.strictObject({ that: condition, asks: path })),
  }),
  z.strictObject({ kind: z.literal("never") }),
  z.strictObject({
    kind: z.literal("credential"),
    types: oneOrMore(z.string()),
    territory: z.enum(["debtor", "forum", "country"]),
    part: z.enum(["valid", "checked"]),
    who: key,
    withinDays: count.optional(),
  }),
  z.strictObject({
    kind: z.literal("window"),
    from: clockTime,
    to: clockTime,
    weekdays: weekdays.optional(),
    also: z.array(z.strictObject({ from: clockTime, to: clockTime, weekdays })).optional(),
    closed: z.array(z.string()).optional(),
    zone: z.string().optional(),
    widened: z.literal(true).optional(),
    holidays: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal("preferred_hours") }),
  z.strictObject({ kind: z.literal("known_zone") }),
  z.strictObject({
    kind: z.literal("counter"),
    counts: selector,
    limit: count,
    days: count,
    window: key,
  }),
  z.strictObject({
    kind: z.literal("hold"),
    types: oneOrMore(z.enum(holdTypes)),
    recipients: z.array(z.string()).optional(),
    channelOnly: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal("cap"), amount: path, cap: count.max(Number.MAX_SAFE_INTEGER) }),
  z.strictObject({
    kind: z.literal("deadline"),
    after: anchor,
    months: count.optional(),
    days: count.optional(),
    calendar: z.string().optional(),
    orElse: z.literal("require").optional(),
    reason: key,
  }),
  z.strictObject({
    kind: z.literal("order"),
    after: oneOrMore(z.enum(events)),
    direction: z.literal("out").optional(),
    orFacts: z.array(path).optional(),
    asks: path,
  }),
  z.strictObject({
    kind: z.literal("named"),
    name: z.custom<NamedRule>(
      (value) => typeof value === "string" && ruleNames.includes(value),
      "error.law.rule_name",
    ),
  }),
]) satisfies z.ZodType<Guard>;

/** Rows an administrator may write: every member of `Row`, checked; a key the packs do not know is refused. */
export const RowData = z.strictObject({
  id: z.string().regex(/^[A-Z]{1,3}(-[A-Z0-9]+)+$/, "error.law.row_id"),
  part: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*( [a-z0-9_-]+)*$/i, "error.law.row_part")
    .optional(),
  force: z.enum(["LAW", "REG", "STD", "POL"]),
  confidence: z.enum(["high", "medium", "low"]),
  source: z.strictObject({
    cite: z.string().trim().min(1, "error.required").max(300, "error.too_long"),
    effective: date,
    until: date.optional(),
  }),
  appliesTo: oneOrMore(z.enum(acts)),
  states: z.array(z.string()).optional(),
  when: condition.optional(),
  guard,
  effect: z.enum(["block", "require", "warn"]).optional(),
  message: key,
  unblock: z.array(key),
  cadence: z.literal(true).optional(),
  bars: z.literal(true).optional(),
  vectors: z.array(z.string()).optional(),
}) satisfies z.ZodType<Row>;

/** Members within members: the packs' rows need thirteen, and a reader of conditions goes down as deep as they do. */
const MAX_DEPTH = 24;

/** Whether a value read from JSON has members below this depth. Goes no deeper than that itself. */
const isDeeper = (value: unknown, depth: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (depth === 0 || Object.values(value).some((each) => isDeeper(each, depth - 1)));

export type RowFlaw = { path: string; message: string };

/** Reads a row written as JSON; the first thing that is wrong is named by its path, with a key of the catalogue. */
export function readRow(text: string): { ok: true; row: Row } | { ok: false; flaw: RowFlaw } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, flaw: { path: "", message: "error.law.json" } };
  }
  if (isDeeper(value, MAX_DEPTH)) return { ok: false, flaw: { path: "", message: "error.law.deep" } };
  const read = RowData.safeParse(value);
  if (read.success) return { ok: true, row: read.data };
  const [issue] = read.error.issues;
  const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const message = issue.message.startsWith("error.") ? issue.message : "error.law.row_member";
  return { ok: false, flaw: { path: [...issue.path, ...unknown].join("."), message } };
}

/** Keys of the catalogue that a row speaks with; whoever accepts it checks that they have words. */
export const wordsOf = ({ message, unblock, guard }: Row): string[] => [
  `law.reason.${message}`,
  ...unblock.map((way) => `law.unblock.${way}`),
  ...(guard.kind === "wait" || guard.kind === "deadline" ? [guard.reason] : []),
  ...(guard.kind === "counter" ? [guard.window] : []),
  ...(guard.kind === "credential" ? [guard.who] : []),
];
