import { may } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import type { ChangeStatus, LawChange } from "#app/domain/law/book/changes.ts";
import { differencesBetween, type TextDifference } from "#app/domain/law/book/differences.ts";
import { flawOf } from "#app/domain/law/book/flaws.ts";
import {
  baseOf,
  bookWith,
  changesIn,
  type LawBook,
  packIn,
  rowOn,
  versionAfter,
} from "#app/domain/law/book.ts";
import { type PageKey, pageOf } from "#app/domain/page-key.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lawDay } from "#app/use-cases/propose-law-change.server.ts";
import { openCasesUnder } from "#db/queries/cases.ts";
import {
  approvedChanges,
  changeOf,
  type LawChangeRow,
  lawBook,
  lawChange,
  lawChangeCounts,
  lawChangesAfter,
} from "#db/queries/law.ts";

const pageSize = 50;

/** One page of the changes at a status, the newest first, with how many stand at each. */
export async function readLawChanges(
  ctx: Ctx,
  { status, after }: { status: ChangeStatus; after: PageKey | null },
) {
  if (!may(ctx.actor, "law.read", "none")) return null;
  const [rows, counts] = await Promise.all([
    lawChangesAfter(ctx.db, { status, after, limit: pageSize + 1 }),
    lawChangeCounts(ctx.db),
  ]);
  const lines = rows.map(({ change, proposedByName }) => ({ ...change, proposedByName }));
  return { ...pageOf(lines, pageSize, ({ proposedAt, id }) => ({ at: proposedAt, id })), counts };
}

/** A change with what it would replace, who proposed it, and what this reader may do about it. Null when there is none. */
export async function readLawChange(ctx: Ctx, id: string) {
  if (!may(ctx.actor, "law.read", "none") || !isId(id)) return null;
  const found = await lawChange(ctx.db, id);
  if (!found) return null;
  const { change: row } = found;
  const change = changeOf(row);
  const before = row.seq === null ? await lawBook(ctx.db) : await bookBefore(ctx, row.seq);
  const open = row.status === "proposed";
  const own = row.proposedBy === ctx.actor.userId;
  const today = lawDay(row.packId, ctx.now);
  const pack = packIn(before, row.packId);
  return {
    ...withoutBody(row),
    proposedByName: found.proposedByName,
    decidedByName: found.decidedByName,
    today,
    differences: differencesOf(before, change),
    version: pack ? versionAfter(baseOf(pack.version), changesIn(pack.version) + 1) : "",
    signedOffBy: pack?.signedOffBy ?? null,
    reviewBy: change.kind === "signature" ? change.body.reviewBy : null,
    documentId: change.kind === "signature" ? change.body.documentId : null,
    openCases: open ? await openCasesUnder(ctx.db, row.packId) : 0,
    /** Why it could not be approved any more. */
    flaw: open ? flawOf(before, change, today) : null,
    mayDecide: open && !own && may(ctx.actor, "law.decide", "none"),
    mayWithdraw: open && own,
    own,
  };
}

/** What the page shows of a change is told by its differences. */
const withoutBody = ({ body: _, ...rest }: LawChangeRow) => rest;

async function bookBefore(ctx: Ctx, seq: number): Promise<LawBook> {
  const approved = await approvedChanges(ctx.db);
  return bookWith(approved.filter((row) => (row.seq ?? 0) < seq).map(changeOf));
}

/** Old and new, side by side: of a series what is added to it, of a row every member that differs. */
function differencesOf(book: LawBook, change: LawChange): TextDifference[] {
  const pack = packIn(book, change.packId);
  switch (change.kind) {
    case "series":
      return change.body.what === "points"
        ? differencesBetween(lastOf(book, change.subject), {
            coverageEnd: change.body.coverageEnd,
            ...change.body.points.at(-1),
          })
        : differencesBetween(null, change.body);
    case "row": {
      const old = pack && rowOn(pack.rows, change.subject, change.effectiveOn);
      const { body, effectiveOn } = change;
      if (body.what === "end")
        return differencesBetween(old, { ...old, source: { ...old?.source, until: effectiveOn } });
      const source = { ...body.row.source, effective: effectiveOn };
      return differencesBetween(old, { ...body.row, source });
    }
    case "signature": {
      const { signedOffBy, signedOffOn, reviewBy } = pack ?? {};
      const { documentId: _, documentHash, ...signed } = change.body;
      return differencesBetween({ signedOffBy, signedOffOn, reviewBy }, { ...signed, documentHash });
    }
  }
}

const lastOf = ({ series }: LawBook, id: string) => ({
  coverageEnd: series.points[id]?.coverageEnd,
  ...series.points[id]?.points.at(-1),
});
