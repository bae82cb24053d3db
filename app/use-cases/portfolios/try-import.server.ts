import { may } from "#app/domain/accounts/access.ts";
import { type ImportCounts, noCounts } from "#app/domain/portfolios/portfolio.ts";
import { claimReader } from "#app/domain/portfolios/read-claim.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { type TableRefusal, TableRefused } from "#app/gateways/tables/table-refusal.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { dryStore, type GroupCount } from "#db/queries/import-store.ts";
import { lawBook } from "#db/queries/law.ts";
import type { Progress } from "./import-file.server.ts";
import type { OpenedFile } from "./open-import.server.ts";
import { chunkPreparer, type Group, type PreparedReject } from "./prepare-chunk.server.ts";
import { barredIn, countsAfter, rejectOf } from "./store-chunk.server.ts";

type Watch = { progress?: (progress: Progress) => void; rejects?: (rejects: PreparedReject[]) => void };

export type Tried = { counts: ImportCounts; groups: (Group & GroupCount)[] };

/** What importing a file would do, to the last row, without keeping anything of it. */
export async function tryImport(
  ctx: Ctx,
  { table, mapping, today }: OpenedFile,
  { progress, rejects }: Watch = {},
): Promise<Result<Tried, TableRefusal | { kind: "not-allowed" }>> {
  const { orgId } = ctx.actor;
  if (!orgId || !may(ctx.actor, "portfolio.import", "none")) return err({ kind: "not-allowed" });
  const groups = new Map<string, Group>();
  const prepare = chunkPreparer({
    read: claimReader({ ...mapping, today, series: (await lawBook(ctx.db)).series }),
    headers: table.headers,
    columns: mapping.columns,
    secrets: ctx.secrets,
    creditorOrgId: orgId,
    groups,
  });
  const store = await dryStore(ctx.db);
  const totals = new Map<number, GroupCount>();
  let [counts, bytes] = [noCounts, 0];
  const onBytes = (count: number) => {
    bytes += count;
  };
  try {
    for await (const chunk of prepare(table, { after: 0, onBytes })) {
      const found = await store.add(chunk.staged);
      for (const each of found.groups) add(totals, each);
      counts = countsAfter(counts, { chunk, ...found, barredGroups: barredIn(groups) });
      rejects?.([...chunk.rejects, ...found.duplicates.map(rejectOf)]);
      progress?.({ bytes, of: table.bytes, counts });
    }
  } catch (error) {
    if (error instanceof TableRefused) return err(error.refusal);
    throw error;
  } finally {
    await store.end();
  }
  const all = [...groups.values()].flatMap((group) => {
    const total = totals.get(group.groupNo);
    return total ? [{ ...group, ...total }] : [];
  });
  return ok({ counts, groups: all });
}

function add(totals: Map<number, GroupCount>, { groupNo, claims, principal }: GroupCount): void {
  const before = totals.get(groupNo);
  totals.set(groupNo, {
    groupNo,
    claims: claims + (before?.claims ?? 0),
    principal: principal + (before?.principal ?? 0n),
  });
}
