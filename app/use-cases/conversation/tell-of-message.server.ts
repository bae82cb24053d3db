import type { Ctx } from "#app/use-cases/ctx.ts";
import { notifyAll } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import type { Member } from "#db/queries/conversation.ts";
import { messagePath } from "./party.server.ts";

type Told = {
  message: { caseId: string; id: string; authorUserId: string; authorOrgId: string; dueAt: Date | null };
  code: string;
  people: readonly Member[];
  mentions: readonly string[];
};

/** Tells who is mentioned, and the rest of the other side, each person once. What was written stands in the product alone. */
export async function tellOfMessage(
  tx: Tx,
  ctx: Ctx,
  { message, code, people, mentions }: Told,
): Promise<void> {
  const by = people.find(({ userId }) => userId === message.authorUserId)?.name ?? "";
  const others = people
    .filter(({ userId, orgId }) => orgId !== message.authorOrgId && !mentions.includes(userId))
    .map(({ userId }) => userId);
  const href = messagePath(message.caseId, message.id);
  const values = { case: code, by };
  await notifyAll(tx, ctx, [
    { kind: "message_mention", values, href, userIds: [...mentions] },
    message.dueAt
      ? {
          kind: "message_task",
          values: { ...values, dueAt: message.dueAt.toISOString() },
          href,
          userIds: others,
        }
      : { kind: "message_posted", values, href, userIds: others },
  ]);
}
