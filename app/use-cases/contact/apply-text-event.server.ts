import { system } from "#app/domain/accounts/actor.ts";
import { isBareStop, isStop } from "#app/domain/contact/stop-replies.ts";
import { IncomingPost, StatusPost } from "#app/domain/contact/text-events.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { lockCase } from "#db/queries/cases.ts";
import {
  insertReply,
  lastTexts,
  type TextEvent,
  takeTextEvent,
  textEventOf,
  waitingTextEvents,
} from "#db/queries/text-messages.ts";
import { transact } from "#db/transact.ts";
import { heardOfText } from "./heard-of-text.server.ts";
import { recordReply } from "./record-reply.server.ts";
import { stopNumber } from "./stop-texts.server.ts";
import { sealReply } from "./text-reply.server.ts";

const batch = 20;

/** Takes up what the provider told and nothing came of, because a process died or failed over it; answers how many. */
export async function applyTextEvents(ctx: Ctx, limit = batch): Promise<Result<number, never>> {
  const failures: unknown[] = [];
  let applied = 0;
  for (const { id } of await waitingTextEvents(ctx.db, limit)) {
    try {
      await applyTextEvent(ctx, id);
      applied += 1;
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, "What came from the provider of texts was not applied");
  return ok(applied);
}

/** What comes of one thing the provider told: once, whoever is at it. */
export async function applyTextEvent(given: Ctx, id: string): Promise<void> {
  const ctx: Ctx = { ...given, actor: system };
  const event = await textEventOf(ctx.db, id);
  if (event?.state !== "waiting") return;
  const fields = Object.fromEntries(new URLSearchParams(ctx.secrets.unseal("text-event", event.raw)));
  if (event.kind === "status") return applyStatus(ctx, event, StatusPost.parse(fields));
  return applyIncoming(ctx, event, IncomingPost.parse(fields));
}

async function applyStatus(
  ctx: Ctx,
  { id, caseId, messageId }: TextEvent,
  { MessageSid, MessageStatus, ErrorCode }: ReturnType<typeof StatusPost.parse>,
): Promise<void> {
  const done = await transact<string | null, never>(ctx, async (tx) => {
    if (!(await takeTextEvent(tx, id)) || !caseId || !messageId) return ok(null);
    const said = { providerId: MessageSid, status: MessageStatus, code: ErrorCode ?? null };
    return ok(await heardOfText(tx, ctx, { caseId, id: messageId }, said));
  });
  if (done.ok && done.value) await stopNumber(ctx, { addressKey: done.value, because: messageId ?? id });
}

/**
 * An answer. One that asks for no more stops every case of the number before anything else; whatever it says beside that, and any other answer,
 * is the debtor's statement on the one case it can belong to, or waits for a person.
 */
async function applyIncoming(
  ctx: Ctx,
  { id, receivedAt }: TextEvent,
  { From, Body, OptOutType }: ReturnType<typeof IncomingPost.parse>,
): Promise<void> {
  const addressKey = ctx.secrets.mac("debtor-address", From.trim());
  const stops = isStop(Body) || OptOutType === "STOP";
  const stopped = stops ? await stopNumber(ctx, { addressKey, because: id }) : 0;
  const isAllSaid = stopped > 0 && (isBareStop(Body) || OptOutType === "STOP");
  await transact<null, never>(ctx, async (tx) => {
    if (!(await takeTextEvent(tx, id)) || isAllSaid) return ok(null);
    if (!(await placed(tx, ctx, { id, addressKey, words: Body, receivedAt })))
      await insertReply(tx, {
        ...{ id, addressKey, receivedAt, state: "open", caseId: null, settledBy: null, settledAt: null },
        words: sealReply(ctx, { from: From, words: Body }),
      });
    return ok(null);
  });
}

/** Two cases that texted a number within this time: nobody can tell which of them is answered. */
const mixedUpMs = 7 * 86_400_000;

type Answer = { id: string; addressKey: string; words: string; receivedAt: Date };

/** Records an answer on the case that texted the number last, if no other did so shortly before; false where that is not plain. */
async function placed(tx: Tx, ctx: Ctx, { id, addressKey, words, receivedAt }: Answer): Promise<boolean> {
  const [last, other] = await lastTexts(tx, { addressKey, before: receivedAt });
  if (!last || (other && receivedAt.getTime() - other.at.getTime() < mixedUpMs)) return false;
  const kase = await lockCase(tx, system, last.caseId);
  if (kase?.status !== "engaged") return false;
  await recordReply(tx, ctx, kase, { id, words });
  return true;
}
