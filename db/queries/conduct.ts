import { and, asc, count, desc, eq, gt, isNotNull, isNull, or } from "drizzle-orm";
import type { ConductVerdict } from "#app/domain/debtors/conduct.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader, Tx } from "#db/client.ts";
import { organizations } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { conductReports } from "#db/schema/debtors.ts";

export type ConductReport = typeof conductReports.$inferSelect;
type Key = Pick<ConductReport, "caseId" | "id">;

/** False where one like it waits already. */
export async function insertConductReport(
  tx: Tx,
  row: Omit<ConductReport, "verdict" | "reasons" | "decidedBy" | "decidedAt">,
): Promise<boolean> {
  const rows = await tx
    .insert(conductReports)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: conductReports.id });
  return rows.length > 0;
}

/** Every report on a case. */
export const conductReportsOn = (reader: Reader, caseId: string): Promise<ConductReport[]> =>
  reader.select().from(conductReports).where(eq(conductReports.caseId, caseId));

/** Those on a case that were decided, the last one first, each with the firm it is about. */
export const conductDecided = (reader: Reader, caseId: string) =>
  reader
    .select({ report: conductReports, firm: organizations.name })
    .from(conductReports)
    .innerJoin(organizations, eq(organizations.id, conductReports.againstOrgId))
    .where(and(eq(conductReports.caseId, caseId), isNotNull(conductReports.verdict)))
    .orderBy(desc(conductReports.decidedAt), desc(conductReports.id));

/** How often reports about a firm were found to be so, and not to be so, on any case. */
export async function conductRecordOf(
  reader: Reader,
  orgId: string,
): Promise<Record<ConductVerdict, number>> {
  const rows = await reader
    .select({ verdict: conductReports.verdict, times: count() })
    .from(conductReports)
    .where(eq(conductReports.againstOrgId, orgId))
    .groupBy(conductReports.verdict);
  const of = (verdict: ConductVerdict) => rows.find((row) => row.verdict === verdict)?.times ?? 0;
  return { upheld: of("upheld"), unfounded: of("unfounded") };
}

/** Whether a firm may write nothing on a case, because of something severe that nobody has looked at or that was found to be so. */
export async function isBarredByConduct(
  reader: Reader,
  { caseId, orgId }: { caseId: string; orgId: string },
): Promise<boolean> {
  const standing = await reader.$count(
    conductReports,
    and(
      eq(conductReports.caseId, caseId),
      eq(conductReports.againstOrgId, orgId),
      eq(conductReports.severe, true),
      or(isNull(conductReports.verdict), eq(conductReports.verdict, "upheld")),
    ),
  );
  return standing > 0;
}

/** Reports that nobody has decided, the most pressing first. */
export const conductWaiting = (reader: Reader, { after, limit }: { after: PageKey | null; limit: number }) =>
  reader
    .select({
      id: conductReports.id,
      caseId: conductReports.caseId,
      code: cases.code,
      firm: organizations.name,
      severe: conductReports.severe,
      reason: conductReports.reason,
      dueAt: conductReports.dueAt,
    })
    .from(conductReports)
    .innerJoin(cases, eq(cases.caseId, conductReports.caseId))
    .innerJoin(organizations, eq(organizations.id, conductReports.againstOrgId))
    .where(
      and(
        isNull(conductReports.verdict),
        after
          ? or(
              gt(conductReports.dueAt, after.at),
              and(eq(conductReports.dueAt, after.at), gt(conductReports.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(conductReports.dueAt), asc(conductReports.id))
    .limit(limit);

/** A report and the firm it is about. */
export async function conductReport(reader: Reader, { caseId, id }: Key) {
  const [row] = await reader
    .select({
      report: conductReports,
      firm: organizations.name,
      code: cases.code,
    })
    .from(conductReports)
    .innerJoin(cases, eq(cases.caseId, conductReports.caseId))
    .innerJoin(organizations, eq(organizations.id, conductReports.againstOrgId))
    .where(and(eq(conductReports.caseId, caseId), eq(conductReports.id, id)));
  return row ?? null;
}

/** Decides once: false where it was decided before. */
export async function decideConduct(
  tx: Tx,
  { caseId, id }: Key,
  set: { verdict: ConductVerdict; reasons: Buffer; decidedBy: string; decidedAt: Date },
): Promise<boolean> {
  const rows = await tx
    .update(conductReports)
    .set(set)
    .where(and(eq(conductReports.caseId, caseId), eq(conductReports.id, id), isNull(conductReports.verdict)))
    .returning({ id: conductReports.id });
  return rows.length > 0;
}
