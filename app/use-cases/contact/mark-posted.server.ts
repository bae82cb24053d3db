import { memberIn } from "#app/domain/accounts/access.ts";
import { type MarkPosted, postedNumbers } from "#app/domain/contact/letter-batch.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lettersOf, lockBatch, notePosting, updateBatch } from "#db/queries/letter-batches.ts";
import { transact } from "#db/transact.ts";
import { paperIn } from "./keep-batches.server.ts";

export type PostedRefusal =
  | { kind: "batch-not-found" }
  | { kind: "not-to-post" }
  /** The letters bear other days. */
  | { kind: "other-day"; days: string[] }
  | { kind: "unread-line"; field: "tracking" | "left"; line: string };

/**
 * Says that a batch was handed to the post, with what the post gave for its letters and which were left out. A letter is posted on the day it
 * bears: every period of the law runs from that day.
 */
export function markPosted(ctx: Ctx, input: MarkPosted): Promise<Result<null, PostedRefusal>> {
  return transact<null, PostedRefusal>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "letter.print");
    const batch = member && (await lockBatch(tx, input.batchId));
    if (!batch || batch.orgId !== member.orgId) return err({ kind: "batch-not-found" });
    if (batch.state !== "ready") return err({ kind: "not-to-post" });
    const letters = await lettersOf(tx, batch.id);
    const days = [...new Set(letters.map(({ letter }) => paperIn(ctx, letter).on))].sort();
    if (!days.includes(input.postedOn)) return err({ kind: "other-day", days });
    const numbers = postedNumbers(input, letters.length);
    if ("line" in numbers) return err({ kind: "unread-line", ...numbers });
    await notePosting(tx, batch.id, numbers);
    const { postedOn } = input;
    await updateBatch(tx, batch.id, {
      ...{ state: "posting", postedOn, postedBy: member.userId, postedAt: ctx.now },
    });
    return ok(null);
  });
}
