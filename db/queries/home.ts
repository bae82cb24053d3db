import { and, count, eq, min } from "drizzle-orm";
import type { Reader } from "../client.ts";
import { licences } from "../schema/accounts.ts";

/** How many licences wait for review, and since when the oldest does. */
export async function licencesWaiting(reader: Reader): Promise<{ waiting: number; since: Date | null }> {
  const [row] = await reader
    .select({ waiting: count(), since: min(licences.submittedAt) })
    .from(licences)
    .where(eq(licences.status, "submitted"));
  return row;
}

/** The licences of an organisation that were sent back, and those with a last day. */
export const licenceTerms = (reader: Reader, orgId: string) =>
  reader
    .select({
      id: licences.id,
      number: licences.number,
      territory: licences.territory,
      status: licences.status,
      validFrom: licences.validFrom,
      validTo: licences.validTo,
      proofDocumentId: licences.proofDocumentId,
    })
    .from(licences)
    .where(and(eq(licences.orgId, orgId)));
