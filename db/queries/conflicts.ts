import { and, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import type { Reader } from "#db/client.ts";
import { memberships, organizations } from "#db/schema/accounts.ts";
import { cases, debtors } from "#db/schema/cases.ts";
import { awards } from "#db/schema/tenders.ts";

/** The other cases that organisations act on, awarded or engaged: for whom each acts, and against whom, as a digest. */
export function mandatesOf(reader: Reader, orgIds: readonly string[], exceptCaseId: string) {
  const engaged = reader
    .select({ orgId: sql<string>`${cases.collectorOrgId}`.as("org_id"), caseId: cases.caseId })
    .from(cases)
    .where(inArray(cases.collectorOrgId, [...orgIds]));
  const awarded = reader
    .select({ orgId: sql<string>`${awards.collectorOrgId}`.as("org_id"), caseId: awards.caseId })
    .from(awards)
    .where(and(inArray(awards.collectorOrgId, [...orgIds]), ne(awards.status, "lapsed")));
  const held = engaged.union(awarded).as("held");
  return reader
    .select({
      orgId: held.orgId,
      clientName: organizations.name,
      debtorKey: sql<string>`${debtors.nameKey}`,
      placeCode: debtors.placeCode,
    })
    .from(held)
    .innerJoin(cases, eq(cases.caseId, held.caseId))
    .innerJoin(debtors, eq(debtors.caseId, cases.caseId))
    .innerJoin(organizations, eq(organizations.id, cases.creditorOrgId))
    .where(and(ne(cases.caseId, exceptCaseId), ne(cases.status, "closed"), isNotNull(debtors.nameKey)));
}

/** The digest of a case's debtor and the place it is bound to; null once they were erased. It leaves the server in no answer. */
export async function debtorKeyOf(reader: Reader, caseId: string) {
  const [row] = await reader
    .select({ debtorKey: sql<string>`${debtors.nameKey}`, placeCode: debtors.placeCode })
    .from(debtors)
    .where(and(eq(debtors.caseId, caseId), isNotNull(debtors.nameKey)));
  return row ?? null;
}

/** Which of these organisations have a member who also belongs to another one. */
export async function sharingMembers(
  reader: Reader,
  orgIds: readonly string[],
  otherOrgId: string,
): Promise<Set<string>> {
  const ofOther = reader
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(eq(memberships.orgId, otherOrgId));
  const rows = await reader
    .selectDistinct({ orgId: memberships.orgId })
    .from(memberships)
    .where(and(inArray(memberships.orgId, [...orgIds]), inArray(memberships.userId, ofOther)));
  return new Set(rows.map(({ orgId }) => orgId));
}
