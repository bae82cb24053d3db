import { randomBytes } from "node:crypto";
import { may } from "#app/domain/accounts/access.ts";
import { caseCodeBytes, caseCodeFrom } from "#app/domain/cases/case-code.ts";
import { newId } from "#app/domain/ids.ts";
import { mappingFileOf } from "#app/domain/portfolios/mapping.ts";
import { type ImportCounts, importText, noCounts, portfolioMoves } from "#app/domain/portfolios/portfolio.ts";
import { claimReader } from "#app/domain/portfolios/read-claim.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { type TableRefusal, TableRefused } from "#app/gateways/tables/table-refusal.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lawBook } from "#db/queries/law.ts";
import {
  groupsOf,
  importFor,
  lockPortfolio,
  type PortfolioRow,
  rememberMapping,
  updatePortfolio,
} from "#db/queries/portfolios.ts";
import { transact } from "#db/transact.ts";
import type { OpenedFile } from "./open-import.server.ts";
import { chunkPreparer, groupKey } from "./prepare-chunk.server.ts";
import { storeChunk } from "./store-chunk.server.ts";

export type ImportRefusal = TableRefusal | { kind: "not-allowed" } | { kind: "import-running" };

/** How far an import is: bytes of the file read, and what was found so far. */
export type Progress = { bytes: number; of: number; counts: ImportCounts };

type Watch = {
  progress?: (progress: Progress) => void;
  /** Told which portfolio it is, once that is made or found. */
  begun?: (portfolioId: string) => void;
  /** Stops after the chunk at hand; the import goes on where it was when it is asked for again. */
  until?: () => boolean;
};

/**
 * Imports a file of claims into the one portfolio that this file, read in this way, makes for its creditor. Chunk by chunk, each
 * stored whole or not at all: an import that was killed goes on behind the last chunk, and one that is through changes nothing.
 */
export async function importFile(
  ctx: Ctx,
  opened: OpenedFile,
  watch: Watch = {},
): Promise<Result<{ portfolioId: string; already: boolean }, ImportRefusal>> {
  const begun = await beginImport(ctx, opened);
  if (!begun.ok) return begun;
  const { portfolio, made } = begun.value;
  watch.begun?.(portfolio.id);
  if (portfolio.status !== "importing") return ok({ portfolioId: portfolio.id, already: !made });
  return continueImport(ctx, { portfolio, opened }, watch);
}

/** Makes the portfolio of a file, or finds it; nothing of the file is stored yet. */
export function beginImport(
  ctx: Ctx,
  opened: OpenedFile,
): Promise<Result<{ portfolio: PortfolioRow; made: boolean }, { kind: "not-allowed" }>> {
  return transact<{ portfolio: PortfolioRow; made: boolean }, { kind: "not-allowed" }>(ctx, async (tx) => {
    const { userId, orgId } = ctx.actor;
    if (!may(ctx.actor, "portfolio.import", "none") || !userId || !orgId) return err({ kind: "not-allowed" });
    const found = await importFor(tx, newPortfolio(ctx, { orgId, userId }, opened));
    if (found.made) {
      const { id } = found.portfolio;
      await insertAudit(tx, ctx, {
        operation: "portfolio.imported",
        subjectKind: "portfolio",
        subjectId: id,
      });
      const { signature, mapping, table, asked } = opened;
      const leaveOut = asked.leaveOut ? { leaveOut: asked.leaveOut } : {};
      const kept = { ...mappingFileOf(mapping, table.headers), ...leaveOut };
      await rememberMapping(tx, { orgId, signature, mapping: kept, updatedAt: ctx.now });
    }
    return ok(found);
  });
}

function newPortfolio(
  { now }: Ctx,
  { orgId, userId }: { orgId: string; userId: string },
  { table, fileName, asked, mapping, today }: OpenedFile,
): PortfolioRow {
  return {
    id: newId(now),
    code: caseCodeFrom(randomBytes(caseCodeBytes)).replace("R-", "P-"),
    creditorOrgId: orgId,
    status: "importing",
    fileName,
    importKey: sha256(importText(orgId, table.sha256, mapping)),
    setting: {
      file: { sha256: table.sha256, bytes: table.bytes },
      headers: table.headers,
      asked,
      mapping,
      today,
    },
    counts: noCounts,
    rowsDone: table.headerRow,
    createdBy: userId,
    createdAt: now,
    updatedAt: now,
    finishedAt: null,
    offer: null,
    reviewNote: null,
  };
}

/** Reads on from the last row that is done with. While one chunk is stored the next is made ready. */
export async function continueImport(
  ctx: Ctx,
  { portfolio, opened }: { portfolio: PortfolioRow; opened: Pick<OpenedFile, "table"> },
  { progress, until = () => false }: Watch,
): Promise<Result<{ portfolioId: string; already: boolean }, ImportRefusal>> {
  const portfolioId = portfolio.id;
  const prepare = await preparerFor(ctx, portfolio);
  let bytes = 0;
  let [rowsDone, counts, storing] = [
    portfolio.rowsDone,
    portfolio.counts,
    null as ReturnType<typeof storeChunk> | null,
  ];
  const settled = async (): Promise<boolean> => {
    const stored = await storing;
    if (!stored) return storing === null;
    ({ rowsDone, counts } = stored);
    progress?.({ bytes, of: opened.table.bytes, counts });
    return true;
  };
  const onBytes = (count: number) => {
    bytes += count;
  };
  try {
    for await (const chunk of prepare.chunks(opened.table, { after: portfolio.rowsDone, onBytes })) {
      if (!(await settled())) return err({ kind: "import-running" });
      if (until()) return ok({ portfolioId, already: false });
      storing = storeChunk(ctx, {
        portfolioId,
        chunk,
        groups: prepare.groups,
        after: rowsDone,
        bytesRead: bytes,
      });
      storing.catch(() => {});
    }
  } catch (error) {
    await storing;
    if (error instanceof TableRefused) return err(error.refusal);
    throw error;
  }
  if (!(await settled())) return err({ kind: "import-running" });
  await finish(ctx, portfolioId);
  progress?.({ bytes: opened.table.bytes, of: opened.table.bytes, counts });
  return ok({ portfolioId, already: false });
}

async function preparerFor(ctx: Ctx, { id, creditorOrgId, setting }: PortfolioRow) {
  const { mapping, today, headers } = setting;
  const { series } = await lawBook(ctx.db);
  const groups = new Map((await groupsOf(ctx.db, id)).map((group) => [groupKey(group), group]));
  const chunks = chunkPreparer({
    read: claimReader({ ...mapping, today, series }),
    headers,
    columns: mapping.columns,
    secrets: ctx.secrets,
    creditorOrgId,
    groups,
  });
  return { chunks, groups };
}

const finish = (ctx: Ctx, portfolioId: string) =>
  transact<null, never>(ctx, async (tx) => {
    const portfolio = await lockPortfolio(tx, ctx.actor, portfolioId);
    const status = portfolio && portfolioMoves[portfolio.status].finish;
    if (status) await updatePortfolio(tx, portfolioId, { status, updatedAt: ctx.now, finishedAt: ctx.now });
    return ok(null);
  });
