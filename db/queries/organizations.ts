import { and, asc, count, eq, gt, inArray, isNull, ne, notInArray, or } from "drizzle-orm";
import type { Reader, Tx } from "../client.ts";
import { invitations, memberships, organizations, users } from "../schema/accounts.ts";
import { caseDrafts, cases } from "../schema/cases.ts";
import { awards, bids, tenders } from "../schema/tenders.ts";
import { raisedBy } from "./raised-by.ts";
import { deleteUnpostedKey } from "./subjects.ts";

export type OrganizationRow = typeof organizations.$inferSelect;
export type MemberRole = (typeof memberships.$inferSelect)["role"];

export async function insertOrganization(tx: Tx, row: typeof organizations.$inferInsert): Promise<void> {
  await tx.insert(organizations).values(row);
}

export async function updateOrganization(
  tx: Tx,
  id: string,
  set: Partial<Pick<OrganizationRow, "kind" | "name" | "placeCode" | "capacity">>,
): Promise<void> {
  await tx.update(organizations).set(set).where(eq(organizations.id, id));
}

export async function organizationOf(reader: Reader, id: string): Promise<OrganizationRow | null> {
  const [row] = await reader.select().from(organizations).where(eq(organizations.id, id));
  return row ?? null;
}

/** Holds an organisation while its last person decides to go. */
export async function lockOrganization(tx: Tx, id: string): Promise<OrganizationRow | null> {
  const [row] = await tx.select().from(organizations).where(eq(organizations.id, id)).for("update");
  return row ?? null;
}

/** The platform's own organisation, whose members are the admins. */
export async function platformOrganization(reader: Reader): Promise<OrganizationRow | null> {
  const [row] = await reader.select().from(organizations).where(eq(organizations.kind, "platform"));
  return row ?? null;
}

export async function insertMembership(
  tx: Tx,
  row: { orgId: string; userId: string; role: MemberRole; createdAt: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(memberships)
    .values(row)
    .onConflictDoNothing()
    .returning({ userId: memberships.userId });
  return rows.length === 1;
}

export async function membershipOf(
  reader: Reader,
  orgId: string,
  userId: string,
): Promise<{ role: MemberRole; supervisorUserId: string | null } | null> {
  const [row] = await reader
    .select({ role: memberships.role, supervisorUserId: memberships.supervisorUserId })
    .from(memberships)
    .where(and(eq(memberships.orgId, orgId), eq(memberships.userId, userId)));
  return row ?? null;
}

/** An organisation's people, longest there first. */
export const membersOf = (reader: Reader, orgId: string) =>
  reader
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      supervisorUserId: memberships.supervisorUserId,
      since: memberships.createdAt,
      secondFactor: users.totpConfirmedAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.orgId, orgId))
    .orderBy(asc(memberships.createdAt), asc(users.id));

/** The organisations a person belongs to, with the number of people in each. */
export const membershipsOf = (reader: Reader, userId: string) =>
  reader
    .select({
      orgId: organizations.id,
      name: organizations.name,
      kind: organizations.kind,
      role: memberships.role,
      since: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(memberships.createdAt), asc(organizations.id));

/** What the database answers to the last owner's going; `not-a-member` when there is no such membership. */
export type MembershipChange = "done" | "not-a-member" | "last-owner";

/** Inside a savepoint, so that the refusal leaves the transaction usable. */
async function unlessLastOwner(tx: Tx, work: (inner: Tx) => Promise<unknown[]>): Promise<MembershipChange> {
  try {
    const rows = await tx.transaction(work);
    return rows.length === 1 ? "done" : "not-a-member";
  } catch (error) {
    if (raisedBy(error) === "RG008") return "last-owner";
    throw error;
  }
}

export const setMemberRole = (
  tx: Tx,
  { orgId, userId, role }: { orgId: string; userId: string; role: MemberRole },
): Promise<MembershipChange> =>
  unlessLastOwner(tx, (inner) =>
    inner
      .update(memberships)
      .set({ role })
      .where(and(eq(memberships.orgId, orgId), eq(memberships.userId, userId)))
      .returning({ userId: memberships.userId }),
  );

/** Under whose licence a member works; null for nobody's but their own. */
export async function setSupervisor(
  tx: Tx,
  { orgId, userId, supervisorUserId }: { orgId: string; userId: string; supervisorUserId: string | null },
): Promise<boolean> {
  const rows = await tx
    .update(memberships)
    .set({ supervisorUserId })
    .where(and(eq(memberships.orgId, orgId), eq(memberships.userId, userId)))
    .returning({ userId: memberships.userId });
  return rows.length === 1;
}

export const deleteMembership = (
  tx: Tx,
  { orgId, userId }: { orgId: string; userId: string },
): Promise<MembershipChange> =>
  unlessLastOwner(tx, (inner) =>
    inner
      .delete(memberships)
      .where(and(eq(memberships.orgId, orgId), eq(memberships.userId, userId)))
      .returning({ userId: memberships.userId }),
  );

export async function otherMembers(reader: Reader, orgId: string, userId: string): Promise<number> {
  const [row] = await reader
    .select({ others: count() })
    .from(memberships)
    .where(and(eq(memberships.orgId, orgId), ne(memberships.userId, userId)));
  return row.others;
}

/** Cases that still bind an organisation: posted and not over, engaged, awarded, or bid on in a live round. */
export async function openWorkOf(reader: Reader, orgId: string): Promise<number> {
  const [own] = await reader
    .select({ open: count() })
    .from(cases)
    .where(
      and(
        or(eq(cases.creditorOrgId, orgId), eq(cases.collectorOrgId, orgId)),
        notInArray(cases.status, ["closed", "refused"]),
      ),
    );
  const [bidding] = await reader
    .select({ open: count() })
    .from(bids)
    .innerJoin(tenders, and(eq(tenders.caseId, bids.caseId), eq(tenders.id, bids.tenderId)))
    .where(and(eq(bids.orgId, orgId), isNull(bids.withdrawnAt), inArray(tenders.status, ["open", "closed"])));
  const [awarded] = await reader
    .select({ open: count() })
    .from(awards)
    .where(and(eq(awards.collectorOrgId, orgId), eq(awards.status, "active")));
  return own.open + bidding.open + awarded.open;
}

/** What nobody is left to finish: drafts with debtors' data, and invitations nobody can stand behind. */
export async function abandonOrganization(tx: Tx, orgId: string, at: Date): Promise<void> {
  const gone = await tx
    .delete(caseDrafts)
    .where(eq(caseDrafts.creditorOrgId, orgId))
    .returning({ caseId: caseDrafts.caseId });
  for (const { caseId } of gone) await deleteUnpostedKey(tx, caseId);
  await tx
    .update(invitations)
    .set({ revokedAt: at })
    .where(and(eq(invitations.orgId, orgId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));
}

export type InvitationRow = typeof invitations.$inferSelect;

export async function insertInvitation(
  tx: Tx,
  row: Omit<InvitationRow, "acceptedAt" | "revokedAt">,
): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: row.createdAt })
    .where(
      and(
        eq(invitations.orgId, row.orgId),
        eq(invitations.email, row.email),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
  await tx.insert(invitations).values(row);
}

const openAt = (now: Date) =>
  and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now));

export const openInvitationsOf = (reader: Reader, orgId: string, now: Date) =>
  reader
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(eq(invitations.orgId, orgId), openAt(now)))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));

/** Invitations that wait for whoever owns this address; named by id, the link itself is in their mail. */
export const invitationsTo = (reader: Reader, email: string, now: Date) =>
  reader
    .select({
      id: invitations.id,
      organization: organizations.name,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.orgId))
    .where(and(eq(invitations.email, email), openAt(now)))
    .orderBy(asc(invitations.expiresAt), asc(invitations.id));

/** An invitation while it stands, by its link's hash or by its id, with who invites to what. */
export async function invitationOf(reader: Reader, key: { tokenHash: string } | { id: string }, now: Date) {
  const [row] = await reader
    .select({
      id: invitations.id,
      orgId: invitations.orgId,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
      organization: organizations.name,
      kind: organizations.kind,
      invitedBy: users.name,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.orgId))
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and("id" in key ? eq(invitations.id, key.id) : eq(invitations.tokenHash, key.tokenHash), openAt(now)),
    );
  return row ?? null;
}

/** Takes an invitation up; of two at the same moment one gets false. */
export async function spendInvitation(tx: Tx, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.id, id), openAt(now)))
    .returning({ id: invitations.id });
  return rows.length === 1;
}

export async function revokeInvitation(
  tx: Tx,
  { orgId, id, now }: { orgId: string; id: string; now: Date },
): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.orgId, orgId), eq(invitations.id, id), openAt(now)))
    .returning({ id: invitations.id });
  return rows.length === 1;
}

/** Names and kinds by id, for pages that speak of several organisations. */
export async function organizationsById(
  reader: Reader,
  ids: (string | null)[],
): Promise<Map<string, Pick<OrganizationRow, "name" | "kind">>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await reader
    .select({ id: organizations.id, name: organizations.name, kind: organizations.kind })
    .from(organizations)
    .where(inArray(organizations.id, wanted));
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}
