import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { signedIds, signIds } from "#app/use-cases/signed-ids.server.ts";
import { userById } from "#db/queries/accounts.ts";
import { dropFromDigest, hoursOf, writeHours } from "#db/queries/notice-settings.ts";
import { transact } from "#db/transact.ts";

const purpose = "unsubscribe";

/** Where one click ends a person's digest. */
export const unsubscribeUrl = ({ secrets, publicUrl }: Pick<Ctx, "secrets" | "publicUrl">, userId: string) =>
  `${publicUrl}/unsubscribe/${signIds(secrets, purpose, userId)}`;

export const Unsubscribe = z.object({ token: z.string().max(200) });

/** Whose digest a token ends; null for one that we did not sign. */
function readerOf({ secrets }: Pick<Ctx, "secrets">, token: string): string | null {
  const [userId, ...rest] = signedIds(secrets, purpose, token) ?? [];
  return userId && rest.length === 0 ? userId : null;
}

/** Whether a link still ends something, for the page that asks before it does. */
export async function canUnsubscribe(ctx: Ctx, token: string): Promise<boolean> {
  const userId = readerOf(ctx, token);
  return userId !== null && (await userById(ctx.db, userId)) !== null;
}

/** Ends a person's daily digest (RFC 8058). Doing it twice does it once; what the inbox shows stays. */
export const unsubscribe = (
  ctx: Ctx,
  { token }: z.infer<typeof Unsubscribe>,
): Promise<Result<null, { kind: "link-over" }>> =>
  transact<null, { kind: "link-over" }>(ctx, async (tx) => {
    const userId = readerOf(ctx, token);
    const user = userId && (await userById(tx, userId));
    if (!user) return err({ kind: "link-over" });
    const hours = (await hoursOf(tx, user.id)) ?? { timeZone: "UTC", quietFrom: null, quietTo: null };
    await writeHours(tx, user.id, { ...hours, digestHour: null });
    await dropFromDigest(tx, user.id);
    return ok(null);
  });
