import type { ImportCounts } from "#app/domain/portfolios/portfolio.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import {
  addToGroups,
  copyTransaction,
  type Duplicate,
  type GroupCount,
  lockImport,
  saveProgress,
  storeClaims,
  storeRejects,
} from "#db/queries/import-store.ts";
import type { Group, PreparedChunk } from "./prepare-chunk.server.ts";

type Chunk = {
  portfolioId: string;
  chunk: PreparedChunk;
  groups: ReadonlyMap<string, Group>;
  after: number;
  /** Bytes of the file that were read for it and all before it. */
  bytesRead: number;
};

/** Purpose of the key under which the cells of refused rows are sealed. */
export const rejectPurpose = "import-reject";

/** Stores a chunk and how far the import is in one transaction; null when another process has stored it meanwhile. */
export function storeChunk(
  ctx: Ctx,
  { portfolioId, chunk, groups, after, bytesRead }: Chunk,
): Promise<{ rowsDone: number; counts: ImportCounts } | null> {
  return copyTransaction(ctx.db, ctx.actor, async (sql) => {
    const state = await lockImport(sql, portfolioId);
    if (state?.status !== "importing" || state.rowsDone !== after) return null;
    const stored = await storeClaims(sql, { portfolioId, staged: chunk.staged });
    const byNo = new Map([...groups.values()].map((group) => [group.groupNo, group]));
    const grown = stored.groups.map(({ groupNo, claims, principal }) => {
      const group = byNo.get(groupNo);
      if (!group) throw new Error(`Claims of a group that is not known: ${groupNo}`);
      return { ...group, claims, principal: String(principal) };
    });
    const sealing = ctx.secrets.rows(rejectPurpose);
    const refused = [...chunk.rejects, ...stored.duplicates.map(rejectOf)].map(({ value, ...reject }) => ({
      ...reject,
      sealedValue: sealing.seal(value, portfolioId).toString("base64"),
    }));
    const counts = countsAfter(state.counts, { chunk, ...stored, barredGroups: barredIn(groups) });
    await Promise.all([
      addToGroups(sql, portfolioId, grown),
      storeRejects(sql, portfolioId, refused),
      saveProgress(sql, portfolioId, { rowsDone: chunk.lastRow, counts, bytesRead, now: ctx.now }),
    ]);
    return { rowsDone: chunk.lastRow, counts };
  });
}

export const rejectOf = ({ rowNo, reason, detail }: Duplicate) => ({
  rowNo,
  no: 0,
  column: "",
  value: "",
  reason: `import.reason.${reason}`,
  detail,
});

export const barredIn = (groups: ReadonlyMap<string, Group>): ReadonlySet<number> =>
  new Set([...groups.values()].filter(({ standing }) => standing === "barred").map(({ groupNo }) => groupNo));

type Found = {
  chunk: Pick<PreparedChunk, "rows" | "rejectedRows" | "notes">;
  groups: readonly GroupCount[];
  duplicates: readonly Duplicate[];
  barredGroups: ReadonlySet<number>;
};

/** What an import has found after one more chunk. */
export function countsAfter(
  before: ImportCounts,
  { chunk, groups, duplicates, barredGroups }: Found,
): ImportCounts {
  const sum = (rows: readonly GroupCount[]) => rows.reduce((total, { claims }) => total + claims, 0);
  const notes = { ...before.notes };
  for (const [note, count] of Object.entries(chunk.notes)) {
    const key = note as keyof typeof notes;
    notes[key] = (notes[key] ?? 0) + count;
  }
  return {
    rows: before.rows + chunk.rows,
    accepted: before.accepted + sum(groups),
    rejected: before.rejected + chunk.rejectedRows,
    duplicates: before.duplicates + duplicates.length,
    barred: before.barred + sum(groups.filter(({ groupNo }) => barredGroups.has(groupNo))),
    notes,
  };
}
