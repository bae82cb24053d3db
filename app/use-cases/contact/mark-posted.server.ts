import { memberIn } from "#app/domain/accounts/access.ts";
import { inPost, leftOut, type MarkPosted, postedNumbers } from "#app/domain/contact/letter-batch.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import {
  lettersOf,
  lockBatch,
  notePosting,
  type PostedApart,
  shareCasesOf,
  updateBatch,
} from "#db/queries/letter-batches.ts";
import { transact } from "#db/transact.ts";
import { paperIn } from "./keep-batches.server.ts";
import { type Stopped, stoppedLetters } from "./stopped-letters.server.ts";

export type PostedRefusal =
  | { kind: "batch-not-found" }
  | { kind: "not-to-post" }
  /** The letters bear other days. */
  | { kind: "other-day"; days: string[] }
  | { kind: "unread-line"; field: "tracking" | "left" | "gone"; line: string }
  /** These may not go out any more: each is left out, or was in the post before. */
  | { kind: "stopped"; places: number[] };

/**
 * Says that a batch was handed to the post, with what the post gave for its letters and which were left out. A letter is posted on the day it
 * bears: every period of the law runs from that day. It is the moment of sending, so that the law is asked once more about every letter whose
 * case has news: what it stops is left out, or somebody says that it was in the post already. Nobody says anything on the cases meanwhile.
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
    await shareCasesOf(tx, batch.id);
    const stopped = await stoppedLetters(tx, ctx, batch.id);
    const open = stopped.filter(({ place }) => !numbers.left.has(place) && !numbers.gone.has(place));
    if (open.length > 0) return err({ kind: "stopped", places: open.map(({ place }) => place) });
    await notePosting(tx, batch.id, { tracking: numbers.tracking, apart: apartOf(numbers, stopped) });
    const { postedOn } = input;
    await updateBatch(tx, batch.id, {
      ...{ state: "posting", postedOn, postedBy: member.userId, postedAt: ctx.now },
    });
    return ok(null);
  });
}

/** What was left out keeps the reason that stopped it; what was in the post already says so. */
function apartOf(
  { left, gone }: { left: Set<number>; gone: Set<number> },
  stopped: Stopped[],
): PostedApart[] {
  const reasons = new Map(stopped.map((each) => [each.place, each]));
  return [
    ...[...left].map((place) => ({
      ...{ place, why: reasons.get(place)?.why ?? leftOut, findings: reasons.get(place)?.findings ?? null },
    })),
    ...[...gone]
      .filter((place) => reasons.has(place))
      .map((place) => ({ place, why: inPost, findings: null })),
  ];
}
