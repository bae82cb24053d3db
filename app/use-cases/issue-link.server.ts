import { newToken, sha256 } from "#app/gateways/secrets.server.ts";
import type { Tx } from "#db/client.ts";
import { insertEmailToken, type TokenPurpose } from "#db/queries/email-tokens.ts";
import type { Ctx } from "./ctx.ts";

const links: Record<TokenPurpose, { path: string; hours: number }> = {
  verify_email: { path: "/verify-email", hours: 24 },
  reset_password: { path: "/reset-password", hours: 1 },
  change_email: { path: "/confirm-email", hours: 24 },
};

/** Makes the link that proves a mailbox. Only its hash is stored, and it replaces an older link of its purpose. */
export async function issueLink(
  tx: Tx,
  ctx: Pick<Ctx, "now" | "publicUrl">,
  { userId, purpose, email }: { userId: string; purpose: TokenPurpose; email: string },
): Promise<string> {
  const token = newToken();
  const { path, hours } = links[purpose];
  await insertEmailToken(tx, {
    tokenHash: sha256(token),
    userId,
    purpose,
    email,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + hours * 3_600_000),
  });
  return `${ctx.publicUrl}${path}/${token}`;
}
