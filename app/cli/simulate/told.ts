import { and, asc, eq, gt } from "drizzle-orm";
import type { Reader } from "#db/client.ts";
import { memberships, notifications } from "#db/schema/accounts.ts";

/** Before every id there is. */
export const firstId = "00000000-0000-0000-0000-000000000000";

/** Whom the product told of which round after a notice, in the order of the notices: whom it tells is its own matching. */
export async function toldSince(reader: Reader, after: string) {
  const rows = await reader
    .select({
      id: notifications.id,
      orgId: memberships.orgId,
      href: notifications.href,
      at: notifications.createdAt,
    })
    .from(notifications)
    .innerJoin(memberships, eq(memberships.userId, notifications.userId))
    .where(and(gt(notifications.id, after), eq(notifications.kind, "new_match")))
    .orderBy(asc(notifications.id));
  return rows.map(({ href, ...row }) => ({ ...row, caseId: href.split("/").at(-1) ?? "" }));
}
