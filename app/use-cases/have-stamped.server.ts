import { ok } from "#app/domain/result.ts";
import { stampHash, type TimeAuthority } from "#app/gateways/time-authority.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { settleStamp } from "#db/queries/time-stamps.ts";
import { transact } from "#db/transact.ts";

/** Longer than an answer is waited for; who dies at one leaves it to be asked for again after this. */
export const stampLeaseMs = 120_000;

const longestPauseMs = 6 * 3_600_000;
/** One minute after the first try, and twice as long each time. It is never given up: late is better than never. */
const pauseAfter = (tries: number) => Math.min(longestPauseMs, 60_000 * 2 ** Math.min(tries - 1, 10));

/** Asks for a token over a hash that the caller has claimed, and keeps it, or why there is none; answers whether there is. */
export async function haveStamped(
  ctx: Ctx,
  authority: TimeAuthority,
  { sha256, tries }: { sha256: string; tries: number },
): Promise<boolean> {
  const got = await stampHash(authority, sha256);
  const dueAt = new Date(ctx.now.getTime() + pauseAfter(tries));
  await transact<null, never>(ctx, async (tx) => {
    if (got.kind === "none") await settleStamp(tx, sha256, { dueAt, answer: got.answer });
    else {
      const { token, stamp } = got;
      const kept = { token: token.toString("base64"), stampedAt: stamp.at, stampedBy: stamp.by };
      await settleStamp(tx, sha256, { ...kept, dueAt: null, answer: null });
    }
    return ok(null);
  });
  return got.kind === "stamped";
}
