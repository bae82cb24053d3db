import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Reader } from "#db/client.ts";
import { memberships, organizations } from "#db/schema/accounts.ts";
import { cases, debtors } from "#db/schema/cases.ts";
import { awards } from "#db/schema/tenders.ts";

/** The other cases an organisation acts on, awarded or engaged: whom it acts for, and against whom, as a digest. */
export const mandatesOf = (reader: Reader, orgId: string, exceptCaseId: string) =>
  reader
    .select({
      clientName: organizations.name,
      debtorKey: debtors.nameKey,
      placeCode: debtors.placeCode,
    })
    .from(cases)
    .innerJoin(debtors, eq(debtors.caseId, cases.caseId))
    .innerJoin(organizations, eq(organizations.id, cases.creditorOrgId))
    .where(
      and(
        ne(cases.caseId, exceptCaseId),
        ne(cases.status, "closed"),
        or(
          eq(cases.collectorOrgId, orgId),
          sql`exists (select 1 from ${awards} where ${awards.caseId} = ${cases.caseId}
            and ${awards.collectorOrgId} = ${orgId} and ${awards.status} <> 'lapsed')`,
        ),
      ),
    );

/** The digest of a case's debtor and the place it is bound to. It leaves the server in no answer. */
export async function debtorKeyOf(reader: Reader, caseId: string) {
  const [row] = await reader
    .select({ debtorKey: debtors.nameKey, placeCode: debtors.placeCode })
    .from(debtors)
    .where(eq(debtors.caseId, caseId));
  return row ?? null;
}

/** How many people belong to both organisations. */
export async function sharedMembers(reader: Reader, orgId: string, otherOrgId: string): Promise<number> {
  const ofOther = reader
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(eq(memberships.orgId, otherOrgId));
  const rows = await reader
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.orgId, orgId), inArray(memberships.userId, ofOther)));
  return rows.length;
}
