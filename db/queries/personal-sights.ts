import { and, countDistinct, desc, eq, gt, isNotNull, lte, ne, type SQL, sql } from "drizzle-orm";
import type { PersonalField } from "#app/domain/cases/personal.ts";
import type { SightPurpose } from "#app/domain/privacy/sights.ts";
import type { Reader, Tx } from "#db/client.ts";
import { organizations, users } from "#db/schema/accounts.ts";
import { personalSights } from "#db/schema/personal-sights.ts";
import { textArray } from "./any-of.ts";

type SightRow = typeof personalSights.$inferInsert;
type Viewer = { userId: string | null; orgId: string | null };

const by = ({ userId, orgId }: Viewer): SQL | undefined =>
  userId && orgId ? and(eq(personalSights.userId, userId), eq(personalSights.orgId, orgId)) : sql`false`;

/** Keeps a sight, in the transaction that opens what it is of; one that its slot has already is not kept twice. */
export async function insertPersonalSight(tx: Tx, row: SightRow): Promise<void> {
  await tx.insert(personalSights).values(row).onConflictDoNothing();
}

/** The same look at many cases at once, by a statement that is as long for two as for fifty. */
export async function insertSightsOfCases(
  tx: Tx,
  { userId, orgId, fields, purpose, at, slot }: Omit<SightRow, "caseId" | "id" | "until">,
  rows: readonly Pick<SightRow, "caseId" | "id">[],
): Promise<void> {
  const column = (of: "caseId" | "id") => textArray(rows.map((row) => row[of]));
  await tx.execute(sql`
    insert into personal_sights (case_id, id, user_id, org_id, fields, purpose, at, slot)
    select c, i, ${userId}::uuid, ${orgId}::uuid, ${textArray(fields)}, ${purpose}, ${at.toISOString()}::timestamptz, ${slot}
    from unnest(${column("caseId")}::uuid[], ${column("id")}::uuid[]) as look(c, i)
    on conflict do nothing`);
}

/** Which of these cases have this person's sight of this slot. */
export async function casesSeen(
  reader: Reader,
  { userId, orgId, purpose, fields, slot }: Omit<SightRow, "caseId" | "id" | "until">,
  caseIds: readonly string[],
): Promise<Set<string>> {
  const rows = await reader.execute<{ case_id: string }>(sql`
    select case_id from personal_sights
    where case_id = any(${textArray(caseIds)}::uuid[]) and user_id = ${userId}::uuid and org_id = ${orgId}::uuid
      and purpose = ${purpose} and fields = ${textArray(fields)} and slot = ${slot}`);
  return new Set(rows.map((row) => row.case_id));
}

/** The sight by which these fields of a case are shown to this person now, the one that lasts longest. */
export async function openSightOf(
  reader: Reader,
  viewer: Viewer,
  { caseId, fields, now }: { caseId: string; fields: readonly PersonalField[]; now: Date },
): Promise<{ until: Date } | null> {
  const { at, until } = personalSights;
  const [row] = await reader
    .select({ until })
    .from(personalSights)
    .where(
      and(
        eq(personalSights.caseId, caseId),
        by(viewer),
        lte(at, now),
        gt(until, now),
        sql`${personalSights.fields} @> ${sql.param([...fields], personalSights.fields)}`,
      ),
    )
    .orderBy(desc(until))
    .limit(1);
  return row?.until ? { until: row.until } : null;
}

type AskedSights = {
  caseId: string;
  orgId?: string;
  purpose?: SightPurpose;
  /** Leaves out the names that are seen all day. */
  beyondNames?: boolean;
  limit: number;
};

/** Who was shown what about the debtor of a case, the latest first; of one organisation, or of all. */
export const personalSightsOf = (
  reader: Reader,
  { caseId, orgId, purpose, beyondNames, limit }: AskedSights,
) =>
  reader
    .select({
      id: personalSights.id,
      at: personalSights.at,
      fields: personalSights.fields,
      purpose: personalSights.purpose,
      userName: users.name,
      orgName: organizations.name,
      orgKind: organizations.kind,
    })
    .from(personalSights)
    .leftJoin(users, eq(users.id, personalSights.userId))
    .leftJoin(organizations, eq(organizations.id, personalSights.orgId))
    .where(
      and(
        eq(personalSights.caseId, caseId),
        orgId ? eq(personalSights.orgId, orgId) : undefined,
        purpose ? eq(personalSights.purpose, purpose) : undefined,
        beyondNames ? ne(personalSights.purpose, "overview") : undefined,
      ),
    )
    .orderBy(desc(personalSights.at), desc(personalSights.id))
    .limit(limit);

/** The sights of a case as its debtor is told them: by day where the debtor is, purpose and organisation, with all fields that were seen by them. */
export async function toldSightsOf(
  reader: Reader,
  { caseId, zone, limit }: { caseId: string; zone: string; limit: number },
) {
  const rows = await reader.execute<{
    at: string;
    purpose: string;
    org_name: string | null;
    org_kind: string | null;
    fields: string[];
  }>(sql`
    select max(s.at) as at, s.purpose, o.name as org_name, o.kind as org_kind,
      array_agg(distinct field order by field) as fields
    from personal_sights s
    cross join unnest(s.fields) as field
    left join organizations o on o.id = s.org_id
    where s.case_id = ${caseId}
    group by (s.at at time zone ${zone})::date, s.purpose, o.name, o.kind
    order by max(s.at) desc limit ${limit}`);
  return rows.map(({ at, purpose, org_name, org_kind, fields }) => ({
    ...{ at: new Date(at), purpose, orgName: org_name, orgKind: org_kind, fields },
  }));
}

/** Of how many cases somebody had details shown since a moment. */
export async function casesShownSince(reader: Reader, userId: string, since: Date): Promise<number> {
  const [row] = await reader
    .select({ cases: countDistinct(personalSights.caseId) })
    .from(personalSights)
    .where(
      and(eq(personalSights.userId, userId), gt(personalSights.at, since), isNotNull(personalSights.until)),
    );
  return row?.cases ?? 0;
}
