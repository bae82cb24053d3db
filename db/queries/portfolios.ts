import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from "drizzle-orm";
import type { Relation } from "#app/domain/accounts/access.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { isId } from "#app/domain/ids.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { MappingFile } from "#app/domain/portfolios/mapping.ts";
import type { Db, Reader, Tx } from "#db/client.ts";
import { importMappings, portfolioGroups, portfolioRejects, portfolios } from "#db/schema/portfolios.ts";

export type PortfolioRow = typeof portfolios.$inferSelect;
export type GroupRow = typeof portfolioGroups.$inferSelect;
export type RejectRow = typeof portfolioRejects.$inferSelect;

/** A creditor sees its own portfolios, admins and jobs all; to everyone else there is none. */
const visibleTo = ({ role, orgId }: Actor): SQL | undefined => {
  if (role === "admin" || role === "system") return undefined;
  return role === "creditor" && orgId ? eq(portfolios.creditorOrgId, orgId) : sql`false`;
};

/** How the actor stands to a portfolio it was shown. */
export const portfolioRelation = (
  actor: Actor,
  { creditorOrgId }: Pick<PortfolioRow, "creditorOrgId">,
): Relation =>
  actor.role === "creditor" && actor.orgId === creditorOrgId
    ? "creditor"
    : actor.role === "admin"
      ? "none"
      : "stranger";

export async function findPortfolio(reader: Reader, actor: Actor, id: string): Promise<PortfolioRow | null> {
  if (!isId(id)) return null;
  const [row] = await reader
    .select()
    .from(portfolios)
    .where(and(eq(portfolios.id, id), visibleTo(actor)));
  return row ?? null;
}

/** The actor's portfolios, the newest first, after the last of the page before; with a status only those that are in it. */
export const listPortfolios = (
  reader: Reader,
  actor: Actor,
  { status, after, limit }: { status?: PortfolioRow["status"]; after?: PageKey | null; limit: number },
): Promise<PortfolioRow[]> =>
  reader
    .select()
    .from(portfolios)
    .where(
      and(
        visibleTo(actor),
        status ? eq(portfolios.status, status) : undefined,
        after
          ? or(
              lt(portfolios.createdAt, after.at),
              and(eq(portfolios.createdAt, after.at), lt(portfolios.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(portfolios.createdAt), desc(portfolios.id))
    .limit(limit);

/** Holds the portfolio until the transaction ends. */
export async function lockPortfolio(tx: Tx, actor: Actor, id: string): Promise<PortfolioRow | null> {
  if (!isId(id)) return null;
  const [row] = await tx
    .select()
    .from(portfolios)
    .where(and(eq(portfolios.id, id), visibleTo(actor)))
    .for("update");
  return row ?? null;
}

/** The one import of this file by this mapping, made now or before; held until the transaction ends. */
export async function importFor(
  tx: Tx,
  row: PortfolioRow,
): Promise<{ portfolio: PortfolioRow; made: boolean }> {
  const made = await tx
    .insert(portfolios)
    .values(row)
    .onConflictDoNothing({ target: portfolios.importKey })
    .returning({ id: portfolios.id });
  const [portfolio] = await tx
    .select()
    .from(portfolios)
    .where(eq(portfolios.importKey, row.importKey))
    .for("update");
  return { portfolio, made: made.length === 1 };
}

export async function updatePortfolio(
  tx: Tx,
  id: string,
  set: Partial<Omit<PortfolioRow, "id" | "creditorOrgId" | "importKey">>,
): Promise<void> {
  await tx.update(portfolios).set(set).where(eq(portfolios.id, id));
}

export const groupsOf = (reader: Reader, portfolioId: string): Promise<GroupRow[]> =>
  reader
    .select()
    .from(portfolioGroups)
    .where(eq(portfolioGroups.portfolioId, portfolioId))
    .orderBy(asc(portfolioGroups.groupNo));

/** The groups that a lot is made of. */
export const groupsOfLot = (reader: Reader, lotId: string): Promise<GroupRow[]> =>
  reader
    .select()
    .from(portfolioGroups)
    .where(eq(portfolioGroups.lotId, lotId))
    .orderBy(asc(portfolioGroups.groupNo));

/** Rejected rows in the order of the file; `after` is the last of the page before. */
export const rejectsAfter = (
  reader: Reader,
  portfolioId: string,
  { after, limit }: { after: { rowNo: number; no: number } | null; limit: number },
): Promise<RejectRow[]> =>
  reader
    .select()
    .from(portfolioRejects)
    .where(
      and(
        eq(portfolioRejects.portfolioId, portfolioId),
        after
          ? or(
              gt(portfolioRejects.rowNo, after.rowNo),
              and(eq(portfolioRejects.rowNo, after.rowNo), gt(portfolioRejects.no, after.no)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(portfolioRejects.rowNo), asc(portfolioRejects.no))
    .limit(limit);

export async function rememberedMapping(
  reader: Reader,
  orgId: string,
  signature: string,
): Promise<MappingFile | null> {
  const [row] = await reader
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(and(eq(importMappings.orgId, orgId), eq(importMappings.signature, signature)));
  return row?.mapping ?? null;
}

export async function rememberMapping(
  reader: Db | Tx,
  row: typeof importMappings.$inferInsert,
): Promise<void> {
  await reader
    .insert(importMappings)
    .values(row)
    .onConflictDoUpdate({
      target: [importMappings.orgId, importMappings.signature],
      set: { mapping: row.mapping, updatedAt: row.updatedAt },
    });
}
