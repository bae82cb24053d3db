import { newToken, sha256 } from "#app/gateways/secrets.server.ts";
import type { Tx } from "#db/client.ts";
import { insertSession, type UserRow } from "#db/queries/accounts.ts";
import { membershipsOf } from "#db/queries/organizations.ts";

/** `token` goes into the cookie and nowhere else. */
export type OpenedSession = { token: string; needsSecondFactor: boolean };

/** Opens a session for a person whose password was proven; where a second factor is set up, only half of one. */
export async function openSession(
  tx: Tx,
  user: Pick<UserRow, "id" | "totpConfirmedAt">,
  { userAgent, orgId }: { userAgent?: string; orgId?: string },
): Promise<OpenedSession> {
  const token = newToken();
  const needsSecondFactor = user.totpConfirmedAt !== null;
  const [first] = orgId ? [] : await membershipsOf(tx, user.id);
  await insertSession(tx, {
    tokenHash: sha256(token),
    userId: user.id,
    orgId: orgId ?? first?.orgId ?? null,
    userAgent: userAgent ?? null,
    pending: needsSecondFactor,
  });
  return { token, needsSecondFactor };
}
