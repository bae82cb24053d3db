import { err, ok, type Result } from "#app/domain/result.ts";
import { readMachineClock } from "#app/gateways/clock.server.ts";
import { verifiedEvent } from "#app/gateways/stripe.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertEvent } from "#db/queries/provider-work.ts";
import { transact } from "#db/transact.ts";

export type ReceiveRefusal = { kind: "not-signed" } | { kind: "no-provider" };
export type Received = "stored" | "known" | "of-another-mode";

/**
 * Takes what the provider tells us: checks the signature, stores it raw, once by its own id, and does nothing else, so that it is
 * answered fast. What it means is found out later, from the provider and not from the message.
 */
export async function receiveEvent(
  ctx: Ctx,
  { raw, signature }: { raw: string; signature: string },
): Promise<Result<Received, ReceiveRefusal>> {
  if (!ctx.provider) return err({ kind: "no-provider" });
  const machineNow = await readMachineClock(ctx.db);
  const event = verifiedEvent(ctx.provider, { raw, signature, machineNow });
  if (!event) return err({ kind: "not-signed" });
  if (event.livemode !== ctx.provider.live) return ok("of-another-mode");
  const object: object = event.data.object;
  return transact<Received, never>(ctx, async (tx) => {
    const stored = await insertEvent(tx, {
      id: event.id,
      accountId: event.account ?? null,
      type: event.type,
      objectId: "id" in object && typeof object.id === "string" ? object.id : "",
      raw,
      receivedAt: ctx.now,
      state: "waiting",
      attempts: 0,
      nextTryAt: ctx.now,
      lastError: null,
      endedAt: null,
    });
    return ok(stored ? "stored" : "known");
  });
}
