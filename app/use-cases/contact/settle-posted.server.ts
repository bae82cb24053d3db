import { inPost, leftOut } from "#app/domain/contact/letter-batch.ts";
import { ok } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import { type ContactMessage, lockMessage, updateMessage } from "#db/queries/contact.ts";
import { type LetterBatch, lettersOf, lockBatch, updateBatch } from "#db/queries/letter-batches.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";
import { tell } from "./claim-message.server.ts";
import { takeBack } from "./take-back.server.ts";

type Settling = { clock: () => Promise<Date>; limit: number };

/** Writes into the logs of the next letters that they were posted; those that were left out wait to be printed anew. */
export async function settlePosted(
  ctx: Ctx,
  batch: LetterBatch,
  { clock, limit }: Settling,
): Promise<number> {
  const next = await lettersOf(ctx.db, batch.id, { statuses: ["sending"], limit });
  for (const at of next) {
    const as: Ctx = { ...ctx, now: await clock() };
    await transact<null, never>(as, async (tx) => {
      const kase = await lockCase(tx, as.actor, at.caseId);
      const message = kase && (await lockMessage(tx, at));
      if (!kase || message?.status !== "sending") return ok(null);
      await becameOf(message.heldWhy)(tx, as, kase, message);
      return ok(null);
    });
  }
  if (next.length > 0) return next.length;
  await transact<null, never>(ctx, async (tx) => {
    const now = await lockBatch(tx, batch.id);
    if (now?.state === "posting") await updateBatch(tx, batch.id, { state: "posted" });
    return ok(null);
  });
  return 1;
}

/** What is written of a letter, by what was said of it when its batch was posted. */
function becameOf(why: string | null) {
  if (why === null || why === inPost) return posted;
  return why === leftOut ? printAgain : withheld;
}

async function posted(tx: Tx, ctx: Ctx, kase: CaseRow, message: ContactMessage): Promise<void> {
  const event = (await eventsOf(tx, kase.caseId)).find(({ seq }) => seq === message.eventSeq);
  if (!event) throw new Error("A letter that was counted has no event in the log");
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "fact_added",
    occurredAt: ctx.now,
    payload: {
      act: { direction: "out", channel: "post", outcome: "sent" },
      refs: {
        ...{ postedLetter: event.id, messageId: message.id, tracking: message.tracking },
        ...(message.heldWhy === inPost ? { inPostBefore: "yes" } : {}),
      },
    },
  });
  if (!recorded.ok) throw new Error("The log does not take what became of a letter");
  await updateMessage(tx, message, { status: "sent", settledAt: ctx.now, heldWhy: null });
}

/** It reached nobody, and is decided anew when it is printed anew. */
async function printAgain(tx: Tx, ctx: Ctx, kase: CaseRow, message: ContactMessage): Promise<void> {
  await takeBack(tx, ctx, kase, message);
  await updateMessage(tx, message, {
    ...{ status: "waiting", dueAt: ctx.now, eventSeq: null, claimedAt: null, heldWhy: null },
    ...{ batchId: null, batchPlace: null, tracking: null },
  });
}

/** It was printed and never posted, because something came in between: it was no contact, and it waits for a person with the reason. */
async function withheld(tx: Tx, ctx: Ctx, kase: CaseRow, message: ContactMessage): Promise<void> {
  await takeBack(tx, ctx, kase, message, { withheld: message.heldWhy ?? "" });
  await updateMessage(tx, message, {
    ...{ status: "held", dueAt: null, eventSeq: null, claimedAt: null },
    ...{ batchId: null, batchPlace: null, tracking: null },
  });
  await tell(tx, ctx, kase, { message, kind: "contact_held" });
}
