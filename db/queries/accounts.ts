import { and, desc, eq, gt, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Reader, Tx } from "../client.ts";
import { consents, memberships, organizations, sessions, users } from "../schema/accounts.ts";
import { raisedBy } from "./raised-by.ts";

export type UserRow = typeof users.$inferSelect;
export type SessionRow = {
  tokenHash: string;
  userId: string;
  orgId: string | null;
  orgKind: (typeof organizations.$inferSelect)["kind"] | null;
  orgName: string | null;
  /** Place code of the organisation's seat. */
  orgPlace: string | null;
  memberRole: (typeof memberships.$inferSelect)["role"] | null;
  secondFactorAt: Date | null;
  locale: string;
  name: string;
  email: string;
  /** Not seen for five minutes: its expiry is due to move along. */
  stale: boolean;
};

/**
 * Sessions run on the machine's clock, not the product's: moving the demo's clock signs nobody out, and a
 * cookie's age is real time. Idle and longest life; a first step that waits for its second factor is short.
 */
const idle = sql`interval '7 days'`;
const longest = sql`interval '30 days'`;
const waiting = sql`interval '10 minutes'`;
const machineNow = sql<Date>`clock_timestamp()`;
export const sessionLongestSeconds = 30 * 24 * 60 * 60;

const alive = gt(sessions.expiresAt, machineNow);
/** Where a second factor is set up, a session without it is only a first step and opens nothing. */
const complete = or(isNull(users.totpConfirmedAt), isNotNull(sessions.secondFactorAt));

/** The session behind a cookie, with who it is and for which organisation they act; null once it is over. */
export async function sessionOf(reader: Reader, tokenHash: string): Promise<SessionRow | null> {
  const [row] = await reader
    .select({
      tokenHash: sessions.tokenHash,
      userId: users.id,
      orgId: memberships.orgId,
      orgKind: organizations.kind,
      orgName: organizations.name,
      orgPlace: organizations.placeCode,
      memberRole: memberships.role,
      secondFactorAt: sessions.secondFactorAt,
      locale: users.locale,
      name: users.name,
      email: users.email,
      stale: sql<boolean>`${sessions.lastSeenAt} < clock_timestamp() - interval '5 minutes'`,
    })
    .from(sessions)
    .innerJoin(users, and(eq(users.id, sessions.userId), isNull(users.deletedAt)))
    .leftJoin(memberships, and(eq(memberships.orgId, sessions.orgId), eq(memberships.userId, users.id)))
    .leftJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(and(eq(sessions.tokenHash, tokenHash), alive, complete));
  return row ?? null;
}

/** The first step of a sign-in that still waits for its second factor. */
export async function pendingSessionOf(reader: Reader, tokenHash: string): Promise<{ user: UserRow } | null> {
  const [row] = await reader
    .select({ user: users })
    .from(sessions)
    .innerJoin(users, and(eq(users.id, sessions.userId), isNull(users.deletedAt)))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        alive,
        isNotNull(users.totpConfirmedAt),
        isNull(sessions.secondFactorAt),
      ),
    );
  return row ?? null;
}

export type NewSession = {
  tokenHash: string;
  userId: string;
  orgId: string | null;
  userAgent: string | null;
  /** True while the second factor is still owed. */
  pending: boolean;
};

export async function insertSession(tx: Tx, { pending, userAgent, ...session }: NewSession): Promise<void> {
  await tx.insert(sessions).values({
    ...session,
    userAgent: userAgent?.slice(0, 300) ?? null,
    createdAt: machineNow,
    lastSeenAt: machineNow,
    expiresAt: sql`clock_timestamp() + ${pending ? waiting : idle}`,
  });
}

/** Gives a session a new token and marks its second factor as proven; false when it was over. */
export async function proveSession(
  tx: Tx,
  { tokenHash, newTokenHash }: { tokenHash: string; newTokenHash: string },
): Promise<boolean> {
  const rows = await tx
    .update(sessions)
    .set({
      tokenHash: newTokenHash,
      secondFactorAt: machineNow,
      lastSeenAt: machineNow,
      expiresAt: sql`least(clock_timestamp() + ${idle}, ${sessions.createdAt} + ${longest})`,
    })
    .where(and(eq(sessions.tokenHash, tokenHash), alive))
    .returning({ userId: sessions.userId });
  return rows.length === 1;
}

/** Moves the expiry along with use, never past the longest life. */
export async function touchSession(reader: Reader, tokenHash: string): Promise<void> {
  await reader
    .update(sessions)
    .set({
      lastSeenAt: machineNow,
      expiresAt: sql`least(clock_timestamp() + ${idle}, ${sessions.createdAt} + ${longest})`,
    })
    .where(eq(sessions.tokenHash, tokenHash));
}

export type OpenSession = Pick<
  typeof sessions.$inferSelect,
  "tokenHash" | "createdAt" | "lastSeenAt" | "userAgent"
>;

export async function sessionsOf(reader: Reader, userId: string): Promise<OpenSession[]> {
  return reader
    .select({
      tokenHash: sessions.tokenHash,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), alive))
    .orderBy(desc(sessions.lastSeenAt));
}

export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

/** Ends all of a person's sessions but, where named, the one they are in. */
export async function deleteSessionsOf(tx: Tx, userId: string, exceptTokenHash?: string): Promise<void> {
  await tx
    .delete(sessions)
    .where(
      and(eq(sessions.userId, userId), exceptTokenHash ? ne(sessions.tokenHash, exceptTokenHash) : undefined),
    );
}

export async function setSessionOrg(tx: Tx, tokenHash: string, orgId: string | null): Promise<void> {
  await tx.update(sessions).set({ orgId }).where(eq(sessions.tokenHash, tokenHash));
}

export async function userByEmail(reader: Reader, email: string): Promise<UserRow | null> {
  const [row] = await reader
    .select()
    .from(users)
    .where(and(eq(users.email, email), isNull(users.deletedAt)));
  return row ?? null;
}

export async function userById(reader: Reader, id: string): Promise<UserRow | null> {
  const [row] = await reader
    .select()
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deletedAt)));
  return row ?? null;
}

/** The names of people by id; whoever left has none. */
export async function userNames(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(inArray(users.id, [...ids]), isNull(users.deletedAt)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Holds the person's row, so that two changes to one account never overlap. */
export async function lockUser(tx: Tx, id: string): Promise<UserRow | null> {
  const [row] = await tx
    .select()
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deletedAt)))
    .for("update");
  return row ?? null;
}

export type NewUser = Pick<
  UserRow,
  "id" | "email" | "name" | "passwordHash" | "locale" | "emailVerifiedAt" | "createdAt"
>;

/** False when the address belongs to somebody already. */
export async function insertUser(tx: Tx, user: NewUser): Promise<boolean> {
  const rows = await tx
    .insert(users)
    .values(user)
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  return rows.length === 1;
}

export async function updateUser(
  tx: Tx,
  id: string,
  set: Partial<Omit<UserRow, "id" | "createdAt">>,
): Promise<void> {
  await tx.update(users).set(set).where(eq(users.id, id));
}

/** Records what a person agreed to; agreeing twice to one version is one consent. */
export async function insertConsents(
  tx: Tx,
  { userId, version, at }: { userId: string; version: string; at: Date },
): Promise<void> {
  const documents = ["terms", "privacy"] as const;
  await tx
    .insert(consents)
    .values(documents.map((document) => ({ userId, document, version, givenAt: at })))
    .onConflictDoNothing();
}

/** Moves an account to an address that was proven; false when it belongs to somebody else. */
export async function setUserEmail(
  tx: Tx,
  id: string,
  { email, at }: { email: string; at: Date },
): Promise<boolean> {
  try {
    await tx.transaction((inner) =>
      inner.update(users).set({ email, emailVerifiedAt: at }).where(eq(users.id, id)),
    );
    return true;
  } catch (error) {
    if (raisedBy(error) === "23505") return false;
    throw error;
  }
}

/** Leaves a row without a name, an address or a way to sign in, for the records that point to it. */
export async function entombUser(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .update(users)
    .set({
      email: `deleted-${id}@deleted.invalid`,
      name: "",
      passwordHash: "",
      emailVerifiedAt: null,
      totpSecret: null,
      totpConfirmedAt: null,
      totpLastStep: null,
      deletedAt: at,
    })
    .where(eq(users.id, id));
}
