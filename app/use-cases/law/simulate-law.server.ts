import { may } from "#app/domain/accounts/access.ts";
import type { Credential } from "#app/domain/law/actor-input.ts";
import type { LawChange } from "#app/domain/law/book/changes.ts";
import { bookWith, changesIn, type LawBook, packIn, versionAfter } from "#app/domain/law/book.ts";
import type { PackId } from "#app/domain/law/pack.ts";
import { packFor } from "#app/domain/law/packs.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";
import {
  countsOf,
  type Difference,
  type Rejudged,
  rejudge,
  type SimulationCounts,
} from "#app/domain/timeline/simulate.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { approvedChanges, changeOf, type LawChangeRow, openLawChanges } from "#db/queries/law.ts";
import { credentialsAt } from "#db/queries/licences.ts";
import { type ActKey, countPastActs, pastActsAfter } from "#db/queries/past-acts.ts";
import { eventsOfCases } from "#db/queries/timeline.ts";

export type SimulationQuestion = {
  packId: PackId;
  /** A version of the pack; null for the one in force. */
  version: string | null;
  /** Changes to take as if they were in force from the first day of the period. */
  changeIds: readonly string[];
  /** Civil dates in UTC, both days counted. */
  from: string;
  to: string;
  after: ActKey | null;
};

/** Acts judged again for one page. */
const pageSize = 500;

export type Simulation = {
  counts: SimulationCounts;
  /** Of all acts of the period, the first and the last of this page, counted from one. */
  total: number;
  first: number;
  last: number;
  differences: (Difference & { code: string })[];
  next: ActKey | null;
};

/** The versions of a pack, the build's first, and the changes that can be tried on top of one. */
export async function simulationChoices(ctx: Ctx, packId: PackId) {
  if (!may(ctx.actor, "law.read", "none")) return null;
  const approved = (await approvedChanges(ctx.db)).filter((row) => row.packId === packId);
  const open = (await openLawChanges(ctx.db)).filter((row) => row.packId === packId);
  const base = packFor(packId)?.version ?? "";
  return {
    versions: [base, ...approved.map((_, at) => versionAfter(base, at + 1))],
    changes: [...open, ...approved.filter(({ kind }) => kind === "row")],
  };
}

/**
 * Which acts of a period another law would have decided differently, and why: one page of acts at a time, each judged at
 * its own moment on its case's log before it. Names no debtor. Null for whoever may not read the law book, and for a version that is none.
 */
export async function simulateLaw(ctx: Ctx, question: SimulationQuestion): Promise<Simulation | null> {
  if (!may(ctx.actor, "law.read", "none")) return null;
  const { packId, from, to, after } = question;
  const period = { packId, from: new Date(`${from}T00:00:00Z`), to: new Date(`${addDays(to, 1)}T00:00:00Z`) };
  const [book, found, { total, before }] = await Promise.all([
    bookFor(ctx, question),
    pastActsAfter(ctx.db, period, { after, limit: pageSize + 1 }),
    countPastActs(ctx.db, period, after),
  ]);
  if (!book) return null;
  const acts = found.slice(0, pageSize);
  const logs = await eventsOfCases(ctx.db, [...new Set(acts.map(({ caseId }) => caseId))]);
  const judged: Rejudged[] = [];
  const differences: Simulation["differences"] = [];
  const held = credentialBook(ctx);
  for (const { caseId, seq, code, jurisdiction } of acts) {
    const outcome = await again(ctx, { log: logs.get(caseId) ?? [], seq, jurisdiction, book, held });
    judged.push(outcome);
    if (outcome.kind === "different") differences.push({ ...outcome.difference, code });
  }
  const last = acts.at(-1);
  return {
    counts: countsOf(judged),
    total,
    first: acts.length > 0 ? before + 1 : 0,
    last: before + acts.length,
    differences,
    next: found.length > pageSize && last ? { caseId: last.caseId, seq: last.seq } : null,
  };
}

/** The book up to a version of the pack, with the chosen changes as if they were in force in the period; null where there is no such version. */
async function bookFor(
  ctx: Ctx,
  { packId, version, changeIds, from }: SimulationQuestion,
): Promise<LawBook | null> {
  const approved = await approvedChanges(ctx.db);
  const upTo = version === null ? approved.length : carriedBy(approved, packId, version);
  if (upTo === null) return null;
  const chosen = new Set(changeIds);
  const candidates = [...approved, ...(await openLawChanges(ctx.db))];
  const extra = candidates.filter((row) => chosen.has(row.id) && row.packId === packId);
  const rest = approved.slice(0, upTo).filter(({ id }) => !chosen.has(id));
  return bookWith([...rest.map(changeOf), ...extra.map((row) => asIfFrom(changeOf(row), from))]);
}

/**
 * How many approvals of the whole platform lie up to a version of this pack; null where there is no such version. A version counts the
 * changes on top of this build's pack: those that were approved under an earlier build were numbered under its name.
 */
function carriedBy(approved: LawChangeRow[], packId: PackId, version: string): number | null {
  const base = packFor(packId)?.version ?? "";
  const changes = changesIn(version);
  if (version !== versionAfter(base, changes)) return null;
  if (changes === 0) return 0;
  const last = approved.filter((row) => row.packId === packId)[changes - 1];
  return last ? approved.indexOf(last) + 1 : null;
}

const asIfFrom = (change: LawChange, from: string): LawChange =>
  change.kind === "row" && change.effectiveOn > from ? { ...change, effectiveOn: from } : change;

type Held = (orgId: string, at: Date) => Promise<Credential[] | null>;

/** Each organisation's credentials of a moment are looked up once a page. */
function credentialBook({ db }: Ctx): Held {
  const known = new Map<string, Promise<Credential[] | null>>();
  return (orgId, at) => {
    const key = `${orgId} ${at.toISOString()}`;
    const found = known.get(key) ?? credentialsAt(db, orgId, at);
    known.set(key, found);
    return found;
  };
}

type Again = { log: TimelineEvent[]; seq: number; jurisdiction: string; book: LawBook; held: Held };

async function again(ctx: Ctx, { log, seq, jurisdiction, book, held }: Again): Promise<Rejudged> {
  // The database lets no log have a gap: the events of a case are numbered from one.
  const event = log[seq - 1];
  const pack = packIn(book, jurisdiction);
  if (!event || !pack) return { kind: "untold" };
  const credentials = event.actorOrgId ? await held(event.actorOrgId, event.recordedAt) : [];
  return rejudge(
    { event, before: log.slice(0, seq - 1), credentials },
    { pack, packOf: (place) => packIn(book, place), production: ctx.mode === "production" },
  );
}
