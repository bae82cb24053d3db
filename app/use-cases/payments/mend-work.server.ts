import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockCall, lockEvent, updateCall, updateEvent } from "#db/queries/provider-work.ts";
import { transact } from "#db/transact.ts";

export const MendWork = z.object({
  kind: z.enum(["call", "event"]),
  id: z.string().min(1).max(200),
  act: z.enum(["retry", "resolve"], "error.choose"),
});

export type MendRefusal = { kind: "not-found" } | { kind: "not-dead" };

/** Sends dead work round again, a call under its own idempotency key, or ends it as settled by hand. */
export const mendWork = (
  ctx: Ctx,
  { kind, id, act }: z.infer<typeof MendWork>,
): Promise<Result<null, MendRefusal>> =>
  transact<null, MendRefusal>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "provider.mend");
    const state = person && (await stateOf(tx, kind, id));
    if (!person || !state) return err({ kind: "not-found" });
    if (state !== "dead") return err({ kind: "not-dead" });
    if (act === "retry") {
      const again = { state: "waiting", attempts: 0, nextTryAt: ctx.now } as const;
      await (kind === "call" ? updateCall(tx, id, again) : updateEvent(tx, id, again));
    } else if (kind === "call") {
      await updateCall(tx, id, { state: "resolved", endedAt: ctx.now, resolvedBy: person.userId });
    } else await updateEvent(tx, id, { state: "ignored", endedAt: ctx.now });
    await insertAudit(tx, ctx, {
      operation: `provider_work.${act}`,
      subjectKind: "provider_work",
      subjectId: id,
    });
    return ok(null);
  });

async function stateOf(tx: Tx, kind: "call" | "event", id: string): Promise<string | null> {
  if (kind === "event") return (await lockEvent(tx, id))?.state ?? null;
  return isId(id) ? ((await lockCall(tx, id))?.state ?? null) : null;
}
