import { and, asc, eq, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { licences, organizations } from "#db/schema/accounts.ts";
import { awards, engagements } from "#db/schema/tenders.ts";
import type { Reader, Tx } from "../client.ts";
import type { LicenceRow } from "./licences.ts";

const DAY_MS = 86_400_000;
/** Somewhere it is already the next day: a day is asked about as soon as it has begun anywhere. */
const latestDay = (now: Date, days = 0) =>
  new Date(now.getTime() + 14 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

/** Held so that two workers never take the same: what another has is left to it. */
const taken = { skipLocked: true } as const;

/** Licences whose holder may have to be warned of their end, the nearest end first; the rule itself decides. */
export const licencesToWarn = (tx: Tx, now: Date, limit: number): Promise<LicenceRow[]> =>
  tx
    .select()
    .from(licences)
    .where(
      and(
        eq(licences.status, "verified"),
        isNull(licences.lapseToldAt),
        or(
          and(lte(licences.validTo, latestDay(now, 60)), isNull(licences.warnedDays)),
          and(lte(licences.validTo, latestDay(now, 30)), sql`${licences.warnedDays} > 30`),
          and(lte(licences.validTo, latestDay(now, 7)), sql`${licences.warnedDays} > 7`),
        ),
      ),
    )
    .orderBy(asc(licences.validTo), asc(licences.id))
    .limit(limit)
    .for("update", taken);

/** Licences whose term may be over without anybody having been told. */
export const licencesToLapse = (tx: Tx, now: Date, limit: number): Promise<LicenceRow[]> =>
  tx
    .select()
    .from(licences)
    .where(
      and(
        eq(licences.status, "verified"),
        isNull(licences.lapseToldAt),
        lte(licences.validTo, latestDay(now)),
      ),
    )
    .orderBy(asc(licences.validTo), asc(licences.id))
    .limit(limit)
    .for("update", taken);

/** Verified licences whose look-up is older than this and that nobody was asked about yet. */
export const licencesToLookUp = (tx: Tx, checkedBefore: Date, limit: number): Promise<LicenceRow[]> =>
  tx
    .select()
    .from(licences)
    .where(
      and(
        eq(licences.status, "verified"),
        isNull(licences.lookUpAskedAt),
        lte(licences.registerCheckedAt, checkedBefore),
      ),
    )
    .orderBy(asc(licences.registerCheckedAt), asc(licences.id))
    .limit(limit)
    .for("update", taken);

/** The mandates in force that rest on a licence. */
export const mandatesOn = (
  reader: Reader,
  licenceId: string,
): Promise<{ caseId: string; id: string; collectorOrgId: string }[]> =>
  reader
    .select({ caseId: engagements.caseId, id: engagements.id, collectorOrgId: awards.collectorOrgId })
    .from(engagements)
    .innerJoin(awards, and(eq(awards.caseId, engagements.caseId), eq(awards.id, engagements.awardId)))
    .where(
      and(
        eq(engagements.licenceId, licenceId),
        isNotNull(engagements.engagedAt),
        isNull(engagements.endedAt),
      ),
    )
    .orderBy(asc(engagements.caseId));

/** Verified licences whose look-up was made until then, the oldest first, with their holders. */
export const lookUpsDue = (reader: Reader, checkedBefore: Date, limit: number) =>
  reader
    .select({ licence: licences, orgName: organizations.name })
    .from(licences)
    .innerJoin(organizations, eq(organizations.id, licences.orgId))
    .where(and(eq(licences.status, "verified"), lte(licences.registerCheckedAt, checkedBefore)))
    .orderBy(asc(licences.registerCheckedAt), asc(licences.id))
    .limit(limit);

/** Other organisations that filed the same number of the same kind for the same territory. */
export async function othersWithNumber(
  reader: Reader,
  { id, orgId, kind, territory, number }: Pick<LicenceRow, "id" | "orgId" | "kind" | "territory" | "number">,
): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ name: organizations.name })
    .from(licences)
    .innerJoin(organizations, eq(organizations.id, licences.orgId))
    .where(
      and(
        eq(licences.kind, kind),
        eq(licences.territory, territory),
        eq(licences.number, number),
        ne(licences.orgId, orgId),
        ne(licences.id, id),
      ),
    );
  return rows.map(({ name }) => name);
}
