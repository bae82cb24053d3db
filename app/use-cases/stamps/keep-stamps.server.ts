import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { haveStamped, stampLeaseMs } from "#app/use-cases/have-stamped.server.ts";
import { claimStamp, type TimeStampRow } from "#db/queries/time-stamps.ts";
import { transact } from "#db/transact.ts";

const batch = 20;

/**
 * Has the time authority stamp what is due, one hash after another; answers how many have a token now. Where it gives none, the rest waits for the
 * next look: it will hardly answer the next one.
 */
export async function keepStamps(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "document.keep", "none")) return err({ kind: "not-allowed" });
  if (!ctx.timeAuthority) return ok(0);
  let stamped = 0;
  while (stamped < batch) {
    const next = await claim(ctx);
    if (!next || !(await haveStamped(ctx, ctx.timeAuthority, next))) break;
    stamped += 1;
  }
  return ok(stamped);
}

async function claim(ctx: Ctx): Promise<TimeStampRow | null> {
  const leaseUntil = new Date(ctx.now.getTime() + stampLeaseMs);
  const claimed = await transact<TimeStampRow | null, never>(ctx, async (tx) =>
    ok(await claimStamp(tx, { now: ctx.now, leaseUntil })),
  );
  return claimed.ok ? claimed.value : null;
}
