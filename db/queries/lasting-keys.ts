import { isNotNull } from "drizzle-orm";
import type { Reader } from "#db/client.ts";
import { users } from "#db/schema/accounts.ts";
import { lastingKeys } from "#db/schema/keys.ts";
import { portfolioClaims } from "#db/schema/portfolios.ts";
import { timelineHeads } from "#db/schema/timeline.ts";

export type LastingKey = { purpose: string; sealed: string };

export const lastingKeyRows = (reader: Reader): Promise<LastingKey[]> =>
  reader.select({ purpose: lastingKeys.purpose, sealed: lastingKeys.sealed }).from(lastingKeys);

/** Of two processes that start at once the first is right: a key that is kept already stays. */
export async function insertLastingKeys(
  reader: Reader,
  rows: readonly (LastingKey & { keptAt: Date })[],
): Promise<void> {
  await reader
    .insert(lastingKeys)
    .values([...rows])
    .onConflictDoNothing();
}

const few = 20;

/** A few things that were made under the application's secret: which secret that was shows by them. */
export async function madeUnderSecret(reader: Reader) {
  const heads = await reader.select().from(timelineHeads).limit(few);
  const secondFactors = await reader
    .select({ sealed: users.totpSecret })
    .from(users)
    .where(isNotNull(users.totpSecret))
    .limit(few);
  const claims = await reader
    .select({ caseId: portfolioClaims.caseId, sealed: portfolioClaims.sealed })
    .from(portfolioClaims)
    .limit(few);
  return { heads, secondFactors, claims };
}
