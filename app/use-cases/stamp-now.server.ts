import { ok } from "#app/domain/result.ts";
import type { TimeAuthority } from "#app/gateways/time-authority.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { haveStamped, stampLeaseMs } from "#app/use-cases/have-stamped.server.ts";
import { askForStamp, stampsOf } from "#db/queries/time-stamps.ts";
import { transact } from "#db/transact.ts";

/**
 * The token over a hash, asked for at once where there is none yet; null where the authority gave none. The sweep asks for it again, so that a bundle made
 * again on its day has it.
 */
export async function stampNow(ctx: Ctx, authority: TimeAuthority, sha256: string): Promise<Buffer | null> {
  const kept = async () => (await stampsOf(ctx.db, [sha256])).get(sha256);
  const known = await kept();
  if (known) return Buffer.from(known.token, "base64");
  await transact<null, never>(ctx, async (tx) => {
    await askForStamp(tx, sha256, new Date(ctx.now.getTime() + stampLeaseMs));
    return ok(null);
  });
  await haveStamped(ctx, authority, { sha256, tries: 1 });
  const got = await kept();
  return got ? Buffer.from(got.token, "base64") : null;
}
