import { eq } from "drizzle-orm";
import type { Practice } from "#app/domain/market/practice.ts";
import type { Reader, Tx } from "#db/client.ts";
import { practiceProfiles } from "#db/schema/market.ts";

/** What an organisation takes on; null where it never said. */
export async function practiceOf(reader: Reader, orgId: string): Promise<Practice | null> {
  const [row] = await reader.select().from(practiceProfiles).where(eq(practiceProfiles.orgId, orgId));
  return row ?? null;
}

export async function writePractice(tx: Tx, row: typeof practiceProfiles.$inferInsert): Promise<void> {
  await tx
    .insert(practiceProfiles)
    .values(row)
    .onConflictDoUpdate({ target: practiceProfiles.orgId, set: row });
}
