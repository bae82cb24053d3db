import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import { consume, type TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { userById } from "#db/queries/accounts.ts";
import { lockCase } from "#db/queries/cases.ts";
import { markReported, messageFor } from "#db/queries/conversation.ts";
import { platformOrganization } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";
import { partyOf } from "./party.server.ts";

export const ReportMessage = z.object({ caseId: z.uuid(), messageId: z.uuid() });

export type ReportRefusal = { kind: "message-not-found" } | TooMany;

/** Asks the administrators to look at one message, which they may read and redact from then on. Asking again asks once. */
export async function reportMessage(
  ctx: Ctx,
  { caseId, messageId }: z.infer<typeof ReportMessage>,
): Promise<Result<null, ReportRefusal>> {
  const allowed = await consume(ctx.db, "textReview", ctx.actor.userId ?? "nobody");
  if (!allowed.ok) return allowed;
  return transact<null, ReportRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    const party = kase && partyOf(ctx, "message.read", kase);
    const message = party && (await messageFor(tx, ctx.actor, { caseId, id: messageId }));
    const [person, platform] = [party && (await userById(tx, party.userId)), await platformOrganization(tx)];
    if (!message || !person) return err({ kind: "message-not-found" });
    const first = await markReported(tx, message, { by: person.id, at: ctx.now });
    if (!first) return ok(null);
    await notify(tx, ctx, {
      kind: "message_reported",
      values: { case: kase.code, by: person.name },
      href: `/admin/messages/${caseId}/${messageId}`,
      toOrgId: platform?.id ?? "",
    });
    return ok(null);
  });
}
