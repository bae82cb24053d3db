import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/client.ts";
import { memberships, notifications } from "#db/schema/accounts.ts";

/** The firms that the product told of a round so far: whom it tells is its own matching. */
export async function invitedTo(reader: Reader, caseId: string): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ orgId: memberships.orgId })
    .from(notifications)
    .innerJoin(memberships, eq(memberships.userId, notifications.userId))
    .where(and(eq(notifications.kind, "new_match"), eq(notifications.href, `/rounds/${caseId}`)));
  return rows.map(({ orgId }) => orgId);
}
