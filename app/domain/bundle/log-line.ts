import { z } from "zod";
import { forces, stages } from "#app/domain/law/types.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import type { Link } from "#app/domain/timeline/chain-check.ts";
import { hex } from "./manifest.ts";

const Note = z.strictObject({ salt: z.string(), text: z.string() });
export type Note = z.infer<typeof Note>;

/** A line of `log.jsonl`: the fields that are chained, in the chain's own words, the hash, and the note beside it. */
export const LogLine = z.strictObject({
  caseId: z.uuid(),
  seq: z.int().min(1),
  id: z.uuid(),
  type: z.string(),
  stageBefore: z.enum(stages),
  stageAfter: z.enum(stages),
  occurredAt: z.iso.datetime({ precision: 3 }),
  recordedAt: z.iso.datetime({ precision: 3 }),
  actorUserId: z.uuid().nullable(),
  actorOrgId: z.uuid().nullable(),
  actorRole: z.string(),
  packId: z.string(),
  packVersion: z.string(),
  body: z.string().describe("Canonical JSON `{decision, payload}`: its bytes are what was hashed"),
  prevHash: hex,
  hash: hex,
  note: Note.nullable().describe("Words beside the event; the body holds SHA-256 of salt and text"),
});

/** What the checks and the reader need of an event's body; the rest is kept as it is. */
const Body = z.looseObject({
  payload: z.looseObject({
    facts: z.looseObject({}).optional(),
    evidenceIds: z.array(z.string()).optional(),
    noteHash: z.string().optional(),
  }),
  decision: z.looseObject({
    allowed: z.boolean(),
    findings: z.array(z.looseObject({ rule: z.string(), force: z.enum(forces), citation: z.string() })),
    pack: z.strictObject({ id: z.string(), version: z.string() }),
  }),
});

export type LoggedEvent = { link: Link; note: Note | null } & z.infer<typeof Body>;

/** One event as its line, without the line's end. */
export function logLine(link: Link, note: Note | null): string {
  return canonicalJson({
    ...link,
    occurredAt: link.occurredAt.toISOString(),
    recordedAt: link.recordedAt.toISOString(),
    note,
  });
}

/** The event of a line, or what is wrong with the line. */
export function readLogLine(line: string): LoggedEvent | string {
  const read = LogLine.safeParse(jsonOf(line));
  if (!read.success) return `no event: ${flawOf(read.error)}`;
  const { note, occurredAt, recordedAt, ...fields } = read.data;
  const link = { ...fields, occurredAt: new Date(occurredAt), recordedAt: new Date(recordedAt) };
  if (logLine(link, note) !== line) return "not written as the product writes it";
  const body = Body.safeParse(jsonOf(link.body));
  return body.success ? { link, note, ...body.data } : `a body that says nothing: ${flawOf(body.error)}`;
}

/** The value of a JSON text; undefined for what is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first thing wrong, by its path. */
export function flawOf({ issues }: z.ZodError): string {
  const [first] = issues;
  return `${first?.path.join(".") || "the whole"}: ${first?.message}`;
}
