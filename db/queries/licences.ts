import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { endOfTerm, isInForce } from "#app/domain/accounts/licence-moves.ts";
import { licenceCounts } from "#app/domain/accounts/licence-upkeep.ts";
import type { HeldLicence } from "#app/domain/accounts/staff.ts";
import { madeAt } from "#app/domain/ids.ts";
import type { Credential } from "#app/domain/law/actor-input.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader, Tx } from "../client.ts";
import { licences, memberships, organizations } from "../schema/accounts.ts";
import { raisedBy } from "./raised-by.ts";

export type LicenceRow = typeof licences.$inferSelect;
export type LicenceStatus = LicenceRow["status"];

/** All of an organisation's licences, newest first, whatever their status. */
export const licencesOf = (reader: Reader, orgId: string): Promise<LicenceRow[]> =>
  reader
    .select()
    .from(licences)
    .where(eq(licences.orgId, orgId))
    .orderBy(desc(licences.submittedAt), desc(licences.id));

/** The organisation's own licence; a stranger's is not there. */
export async function ownLicence(
  reader: Reader,
  { orgId, id }: { orgId: string; id: string },
): Promise<LicenceRow | null> {
  const [row] = await reader
    .select()
    .from(licences)
    .where(and(eq(licences.id, id), eq(licences.orgId, orgId)));
  return row ?? null;
}

/** Any licence, for who has read the mandate that rests on it. */
export async function licenceById(reader: Reader, id: string): Promise<LicenceRow | null> {
  const [row] = await reader.select().from(licences).where(eq(licences.id, id));
  return row ?? null;
}

/** Any licence, held until the transaction ends. `orgId` narrows it to the organisation's own. */
export async function lockLicence(
  tx: Tx,
  { id, orgId }: { id: string; orgId?: string },
): Promise<LicenceRow | null> {
  const [row] = await tx
    .select()
    .from(licences)
    .where(and(eq(licences.id, id), orgId ? eq(licences.orgId, orgId) : undefined))
    .for("update");
  return row ?? null;
}

/** Whether a licence is nobody's in person, or its holder works there still. */
export const isHeld = async (reader: Reader, id: string): Promise<boolean> =>
  (await reader.$count(licences, and(eq(licences.id, id), stillHeld(reader)))) > 0;

/** The licences that are one member's own in an organisation. */
export const licencesOfHolder = (
  reader: Reader,
  { orgId, userId }: { orgId: string; userId: string },
): Promise<LicenceRow[]> =>
  reader
    .select()
    .from(licences)
    .where(and(eq(licences.orgId, orgId), eq(licences.holderUserId, userId)))
    .orderBy(asc(licences.id));

/** What the law engine knows a kind as; the rest keep their names. */
const engineType: Record<string, string> = { agency_licence: "licence" };

/** A licence in the law engine's words, with the id of its row. */
export type ValidLicence = Credential &
  HeldLicence & { licenceId: string; territory: string; counts: boolean };

const asCredential = (row: LicenceRow, now: Date): ValidLicence => ({
  licenceId: row.id,
  kind: row.kind,
  holderUserId: row.holderUserId,
  counts: licenceCounts(row, now),
  type: engineType[row.kind] ?? row.kind,
  number: row.number,
  territory: row.territory,
  status: row.status === "verified" ? "active" : "revoked",
  verifiedAt: row.registerCheckedAt?.toISOString() ?? null,
  expiresAt: endOfTerm(row),
});

/** The member whose own licence it is works here still. */
const holderThere = (reader: Reader) =>
  exists(
    reader
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.orgId, licences.orgId), eq(memberships.userId, licences.holderUserId))),
  );

/** A licence that is somebody's own went with them: nobody who stays acts on it, whoever worked under them. */
export const stillHeld = (reader: Reader): SQL<boolean> =>
  sql<boolean>`(${licences.holderUserId} is null or ${holderThere(reader)})`;

/** What an organisation was verified for once, and still holds. */
export const oncePassed = (reader: Reader, orgId: string) =>
  reader
    .select()
    .from(licences)
    .where(
      and(eq(licences.orgId, orgId), inArray(licences.status, ["verified", "suspended"]), stillHeld(reader)),
    )
    .orderBy(asc(licences.territory), asc(licences.id));

/**
 * What an organisation holds, in the shape of the law engine's `actor.credentials[]`. What has ended or was
 * suspended is listed as such, so that the engine can say so; what was never verified or has not begun is not.
 */
export async function credentialsOf(reader: Reader, orgId: string, now: Date): Promise<ValidLicence[]> {
  const rows = await oncePassed(reader, orgId);
  return rows.filter((row) => isInForce({ ...row, validTo: null }, now)).map((row) => asCredential(row, now));
}

/** Asked of many firms at once, each of them `p.org_id`: a licence `l` of a place that counts on a day, its holder still there. */
export const licensedAt = (place: SQL, today: string): SQL => sql`exists (
  select 1 from licences l where l.org_id = p.org_id and l.status = 'verified' and ${place}
    and l.valid_from <= ${today}::date and (l.valid_to is null or l.valid_to > ${today}::date)
    and (l.holder_user_id is null
      or exists (select 1 from memberships m where m.org_id = l.org_id and m.user_id = l.holder_user_id)))`;

/**
 * What an organisation held at a past moment, as `credentialsOf` would have listed it; null where the table no longer
 * says, because a licence of then has been filed or decided anew since, or its holder has left.
 */
export async function credentialsAt(reader: Reader, orgId: string, at: Date): Promise<ValidLicence[] | null> {
  const rows = (await licencesOf(reader, orgId)).filter(({ id }) => madeAt(id) <= at);
  const changed = ({ submittedAt, decidedAt }: LicenceRow) =>
    submittedAt > at || (decidedAt !== null && decidedAt > at);
  if (rows.some(changed) || (await holdersGone(reader, orgId)) > 0) return null;
  return rows
    .filter(({ status }) => status === "verified" || status === "suspended")
    .filter((row) => isInForce({ ...row, validTo: null }, at))
    .map((row) => asCredential(row, at))
    .sort((a, b) => (a.territory + a.licenceId < b.territory + b.licenceId ? -1 : 1));
}

const holdersGone = (reader: Reader, orgId: string): Promise<number> =>
  reader.$count(
    licences,
    and(eq(licences.orgId, orgId), isNotNull(licences.holderUserId), not(holderThere(reader))),
  );

/** The licences that count at this moment: verified, begun, and not over anywhere in their territory. */
export async function validLicences(reader: Reader, orgId: string, now: Date): Promise<ValidLicence[]> {
  const rows = await oncePassed(reader, orgId);
  return rows
    .filter((row) => row.status === "verified" && isInForce(row, now))
    .map((row) => asCredential(row, now));
}

export type LicenceWrite = "done" | "exists";

/** One row a licence and territory: `exists` when the organisation has filed this number there already. */
async function unlessExists(tx: Tx, work: (inner: Tx) => Promise<unknown>): Promise<LicenceWrite> {
  try {
    await tx.transaction(work);
    return "done";
  } catch (error) {
    if (raisedBy(error) === "23505") return "exists";
    throw error;
  }
}

export const insertLicence = (tx: Tx, row: typeof licences.$inferInsert): Promise<LicenceWrite> =>
  unlessExists(tx, (inner) => inner.insert(licences).values(row));

export const updateLicence = (
  tx: Tx,
  id: string,
  set: Partial<Omit<LicenceRow, "id" | "orgId">>,
): Promise<LicenceWrite> =>
  unlessExists(tx, (inner) => inner.update(licences).set(set).where(eq(licences.id, id)));

const withHolder = {
  id: licences.id,
  kind: licences.kind,
  holderName: licences.holderName,
  number: licences.number,
  territory: licences.territory,
  validFrom: licences.validFrom,
  validTo: licences.validTo,
  status: licences.status,
  submittedAt: licences.submittedAt,
  orgName: organizations.name,
  orgKind: organizations.kind,
};

/** The admins' queue of one status, the longest waiting first. */
export const licenceQueue = (
  reader: Reader,
  { status, after, limit }: { status: LicenceStatus; after: PageKey | null; limit: number },
) =>
  reader
    .select(withHolder)
    .from(licences)
    .innerJoin(organizations, eq(organizations.id, licences.orgId))
    .where(
      and(
        eq(licences.status, status),
        after
          ? or(
              gt(licences.submittedAt, after.at),
              and(eq(licences.submittedAt, after.at), gt(licences.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(licences.submittedAt), asc(licences.id))
    .limit(limit);

/** How many licences stand at each status. */
export async function licencesByStatus(reader: Reader): Promise<Partial<Record<LicenceStatus, number>>> {
  const rows = await reader
    .select({ status: licences.status, total: count() })
    .from(licences)
    .groupBy(licences.status);
  return Object.fromEntries(rows.map(({ status, total }) => [status, total]));
}

/** A licence with its holder, for review. */
export async function licenceUnderReview(reader: Reader, id: string) {
  const [row] = await reader
    .select({ licence: licences, orgName: organizations.name, orgKind: organizations.kind })
    .from(licences)
    .innerJoin(organizations, eq(organizations.id, licences.orgId))
    .where(eq(licences.id, id));
  return row ?? null;
}
