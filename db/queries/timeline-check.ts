import { asc, eq, sql } from "drizzle-orm";
import { genesisHash } from "#app/domain/timeline/chain.ts";
import { brokenLinks, noteHashIn } from "#app/domain/timeline/chain-check.ts";
import type { Reader } from "#db/client.ts";
import { caseCodes, cases } from "#db/schema/cases.ts";
import { eventNotes, timelineEvents, timelineHeads } from "#db/schema/timeline.ts";
import { digest, headMacs, type Macs, sealedNotesOf } from "./timeline.ts";

/** Something that does not hold, where, in words an operator can act on. */
export type Break = { caseId: string | null; seq: number | null; what: string };
export type CheckResult = { cases: number; events: number; breaks: Break[] };

type SealedNote = { seq: number; note: Buffer; key: Buffer | null };

/** What a log is checked with. `openNote` gives the salt and the words, null where the debtor was erased; it throws for what was not sealed there. */
export type Keys = Macs & { openNote(caseId: string, note: SealedNote): string | null };

/** Each with the function it must call. */
const requiredTriggers = {
  timeline_events_guard: "guard_timeline_event",
  timeline_events_frozen: "refuse_change",
  timeline_events_kept: "refuse_change",
};

/**
 * Recomputes every chain (or one) from its rows: order, links, hashes, stages, the sealed head and the notes.
 * Finds what a superuser changed after switching the guards off, and that the guards are off. A case counts as long
 * as anything speaks of it; one of which nothing is left is not counted.
 */
export async function checkTimeline(db: Reader, keys: Keys, caseId?: string): Promise<CheckResult> {
  const breaks = await missingGuards(db);
  const known = await db
    .select({ caseId: cases.caseId, stage: cases.stage })
    .from(cases)
    .where(caseId ? eq(cases.caseId, caseId) : undefined);
  const stages = new Map(known.map((row) => [row.caseId, row.stage]));
  const all = new Set([...stages.keys(), ...(await spokenOf(db, caseId))]);
  let events = 0;
  for (const id of all) {
    const stage = stages.get(id);
    if (!stage) breaks.push({ caseId: id, seq: null, what: "the case's own row is gone" });
    events += await checkCase(db, keys, { caseId: id, stage }, breaks);
  }
  return { cases: all.size, events, breaks };
}

/** The cases that events, sealed heads, notes and codes speak of, whether or not their own row is there. */
async function spokenOf(db: Reader, caseId: string | undefined): Promise<string[]> {
  const found = await Promise.all(
    [timelineEvents, timelineHeads, eventNotes, caseCodes].map((table) =>
      db
        .selectDistinct({ caseId: table.caseId })
        .from(table)
        .where(caseId ? eq(table.caseId, caseId) : undefined),
    ),
  );
  return found.flat().map((row) => row.caseId);
}

async function missingGuards(db: Reader): Promise<Break[]> {
  const rows = await db.execute<{ tgname: string; proname: string }>(sql`select tgname, proname
    from pg_trigger join pg_proc on pg_proc.oid = tgfoid
    where tgrelid = 'timeline_events'::regclass and not tgisinternal and tgenabled in ('O', 'A')`);
  const calls = new Map(rows.map(({ tgname, proname }) => [tgname, proname]));
  return Object.entries(requiredTriggers)
    .filter(([name, called]) => calls.get(name) !== called)
    .map(([name]) => ({ caseId: null, seq: null, what: `the guard ${name} is missing or switched off` }));
}

type Checked = { caseId: string; stage: string | undefined };

async function checkCase(
  db: Reader,
  keys: Keys,
  { caseId, stage }: Checked,
  breaks: Break[],
): Promise<number> {
  const found = (seq: number | null, what: string) => breaks.push({ caseId, seq, what });
  const rows = await db
    .select()
    .from(timelineEvents)
    .where(eq(timelineEvents.caseId, caseId))
    .orderBy(asc(timelineEvents.seq));
  if (rows.length === 0) found(null, "the log is empty");

  for (const { seq, what } of brokenLinks(rows, digest)) found(seq, what);
  const last = rows.at(-1) ?? { seq: 0, hash: genesisHash, stageAfter: "intake" };
  if (stage && stage !== last.stageAfter)
    found(null, `the case stands at ${stage}, its log at ${last.stageAfter}`);
  await checkHead(db, keys, caseId, last, found);
  await checkNotes(db, keys, { caseId, rows }, found);
  return rows.length;
}

type Found = (seq: number | null, what: string) => void;

async function checkHead(
  db: Reader,
  keys: Keys,
  caseId: string,
  last: { seq: number; hash: string },
  found: Found,
) {
  const [head] = await db.select().from(timelineHeads).where(eq(timelineHeads.caseId, caseId));
  if (!head) return found(null, "the sealed head is gone");
  if (!headMacs(keys, head).includes(head.mac)) return found(head.seq, "the head's seal is not ours");
  if (head.seq !== last.seq || head.hash !== last.hash) {
    found(last.seq, `rewritten or shortened: the sealed head is event ${head.seq}`);
  }
}

type Noted = { caseId: string; rows: { seq: number; body: string }[] };

/** A note may be erased; a note that is there must be the one that was hashed. */
async function checkNotes(db: Reader, keys: Keys, { caseId, rows }: Noted, found: Found) {
  const bodies = new Map(rows.map((row) => [row.seq, row.body]));
  for (const note of await sealedNotesOf(db, caseId)) {
    const hashed = hashOf(keys, caseId, note);
    if (hashed && noteHashIn(bodies.get(note.seq)) !== hashed)
      found(note.seq, "the note is not the one that was recorded");
  }
}

/** Null for a note whose debtor was erased. */
function hashOf(keys: Keys, caseId: string, note: SealedNote): string | null {
  try {
    const plain = keys.openNote(caseId, note);
    return plain === null ? null : digest(plain);
  } catch {
    return "It was sealed elsewhere";
  }
}
