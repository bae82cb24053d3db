import { and, eq, gt, isNull } from "drizzle-orm";
import type { Reader, Tx } from "../client.ts";
import { emailTokens, users } from "../schema/accounts.ts";
import type { UserRow } from "./accounts.ts";

export type EmailTokenRow = typeof emailTokens.$inferSelect;
export type TokenPurpose = EmailTokenRow["purpose"];

/** Writes a token and puts away older unused ones of the same purpose: only the newest link works. */
export async function insertEmailToken(tx: Tx, token: Omit<EmailTokenRow, "usedAt">): Promise<void> {
  await dropEmailTokens(tx, token.userId, token.purpose);
  await tx.insert(emailTokens).values(token);
}

export async function dropEmailTokens(tx: Tx, userId: string, purpose?: TokenPurpose): Promise<void> {
  await tx
    .delete(emailTokens)
    .where(
      and(
        eq(emailTokens.userId, userId),
        isNull(emailTokens.usedAt),
        purpose ? eq(emailTokens.purpose, purpose) : undefined,
      ),
    );
}

const usable = (tokenHash: string, purpose: TokenPurpose, now: Date) =>
  and(
    eq(emailTokens.tokenHash, tokenHash),
    eq(emailTokens.purpose, purpose),
    isNull(emailTokens.usedAt),
    gt(emailTokens.expiresAt, now),
  );

/** The token behind a link while it works, with the person it belongs to; null once used, over or unknown. */
export async function emailTokenOf(
  reader: Reader,
  tokenHash: string,
  { purpose, now }: { purpose: TokenPurpose; now: Date },
): Promise<{ token: EmailTokenRow; user: UserRow } | null> {
  const [row] = await reader
    .select({ token: emailTokens, user: users })
    .from(emailTokens)
    .innerJoin(users, and(eq(users.id, emailTokens.userId), isNull(users.deletedAt)))
    .where(usable(tokenHash, purpose, now));
  return row ?? null;
}

/** Uses a link up; of two at the same moment one gets false. */
export async function spendEmailToken(
  tx: Tx,
  tokenHash: string,
  { purpose, now }: { purpose: TokenPurpose; now: Date },
): Promise<boolean> {
  const rows = await tx
    .update(emailTokens)
    .set({ usedAt: now })
    .where(usable(tokenHash, purpose, now))
    .returning({ userId: emailTokens.userId });
  return rows.length === 1;
}
