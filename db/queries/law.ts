import { and, asc, count, desc, eq, isNotNull, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ChangeStatus, LawChange } from "#app/domain/law/book/changes.ts";
import { bookWith, builtInBook, type LawBook } from "#app/domain/law/book.ts";
import type { PackId } from "#app/domain/law/pack.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader, Tx } from "../client.ts";
import { users } from "../schema/accounts.ts";
import { lawChanges } from "../schema/law.ts";

export type LawChangeRow = typeof lawChanges.$inferSelect;

/** A row in the domain's words. What it holds was read by its schema when it was proposed. */
export const changeOf = ({ id, packId, kind, subject, body, citation, effectiveOn }: LawChangeRow) =>
  ({ id, packId, kind, subject, body, citation, effectiveOn }) as LawChange;

/** A few books by the id of their last change: an approval anywhere gives another id, so none is ever stale. */
const books = new Map<string, LawBook>();
const booksKept = 8;

/** The law in force now, in this transaction's sight. One look at an index when it has not changed. */
export async function lawBook(reader: Reader): Promise<LawBook> {
  const [last] = await reader
    .select({ id: lawChanges.id })
    .from(lawChanges)
    .where(isNotNull(lawChanges.seq))
    .orderBy(desc(lawChanges.seq))
    .limit(1);
  if (!last) return builtInBook;
  const known = books.get(last.id);
  if (known) return known;
  const approved = await approvedChanges(reader);
  const book = bookWith(approved.map(changeOf));
  const newest = approved.at(-1)?.id ?? last.id;
  books.set(newest, book);
  for (const id of [...books.keys()].slice(0, -booksKept)) books.delete(id);
  return book;
}

/** Every approved change in the order of approval. */
export const approvedChanges = (reader: Reader): Promise<LawChangeRow[]> =>
  reader.select().from(lawChanges).where(isNotNull(lawChanges.seq)).orderBy(asc(lawChanges.seq));

/** Every change that waits for its decision, oldest first. */
export const openLawChanges = (reader: Reader): Promise<LawChangeRow[]> =>
  reader
    .select()
    .from(lawChanges)
    .where(eq(lawChanges.status, "proposed"))
    .orderBy(asc(lawChanges.proposedAt), asc(lawChanges.id));

/** Holds the law book until the transaction ends, so that approvals follow one another. */
export const lockLaw = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('law_changes'))`);

export const insertLawChange = (tx: Tx, row: LawChangeRow) => tx.insert(lawChanges).values(row);

export async function lockLawChange(tx: Tx, id: string): Promise<LawChangeRow | null> {
  const [row] = await tx.select().from(lawChanges).where(eq(lawChanges.id, id)).for("update");
  return row ?? null;
}

type Decision = Pick<LawChangeRow, "status" | "decidedBy" | "decidedAt" | "decisionNote"> &
  Partial<Pick<LawChangeRow, "seq" | "packVersion">>;

export const decideLawChange = (tx: Tx, id: string, decision: Decision) =>
  tx.update(lawChanges).set(decision).where(eq(lawChanges.id, id));

const author = alias(users, "author");
const decider = alias(users, "decider");

const withPeople = (reader: Reader) =>
  reader
    .select({ change: lawChanges, proposedByName: author.name, decidedByName: decider.name })
    .from(lawChanges)
    .leftJoin(author, eq(author.id, lawChanges.proposedBy))
    .leftJoin(decider, eq(decider.id, lawChanges.decidedBy));

/** A change with the present names of those who proposed and decided it. */
export type NamedChange = Awaited<ReturnType<typeof lawChangesAfter>>[number];

export async function lawChange(reader: Reader, id: string): Promise<NamedChange | null> {
  const [row] = await withPeople(reader).where(eq(lawChanges.id, id));
  return row ?? null;
}

type Listed = { status: ChangeStatus; after: PageKey | null; limit: number };

/** Changes of one status, the newest proposal first. */
export const lawChangesAfter = (reader: Reader, { status, after, limit }: Listed) =>
  withPeople(reader)
    .where(
      and(
        eq(lawChanges.status, status),
        after
          ? or(
              lt(lawChanges.proposedAt, after.at),
              and(eq(lawChanges.proposedAt, after.at), lt(lawChanges.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(lawChanges.proposedAt), desc(lawChanges.id))
    .limit(limit);

/** What was changed and is proposed about one thing of the book, the newest first. */
export const lawChangesAbout = (reader: Reader, about: { packId: PackId; subject: string; limit: number }) =>
  withPeople(reader)
    .where(and(eq(lawChanges.packId, about.packId), eq(lawChanges.subject, about.subject)))
    .orderBy(desc(lawChanges.proposedAt), desc(lawChanges.id))
    .limit(about.limit);

/** How many changes stand at each status. */
export async function lawChangeCounts(reader: Reader): Promise<Partial<Record<ChangeStatus, number>>> {
  const rows = await reader
    .select({ status: lawChanges.status, total: count() })
    .from(lawChanges)
    .groupBy(lawChanges.status);
  return Object.fromEntries(rows.map(({ status, total }) => [status, total]));
}
