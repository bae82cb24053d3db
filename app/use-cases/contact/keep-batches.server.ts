import { may } from "#app/domain/accounts/access.ts";
import type { LetterPaper } from "#app/domain/contact/letter-paper.ts";
import { openStatuses } from "#app/domain/contact/message-moves.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { lettersPdf } from "#app/gateways/debtor-post.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type ContactMessage, lockMessage } from "#db/queries/contact.ts";
import {
  goingBatches,
  type LetterBatch,
  leaveBatch,
  lettersOf,
  lockBatch,
  placeLetters,
  updateBatch,
} from "#db/queries/letter-batches.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { transact } from "#db/transact.ts";
import { claimMessage } from "./claim-message.server.ts";
import { settlePosted } from "./settle-posted.server.ts";

type Keeping = { clock?: () => Promise<Date>; limit?: number };
type At = { caseId: string; id: string };

const batches = 4;

/**
 * Brings batches of letters on: asks the law about the next of their letters, draws the sheets once all are decided, and writes into the logs
 * what was posted. What a worker was killed at, the next goes on with; drawn twice, the sheets are the same bytes.
 */
export async function keepBatches(
  ctx: Ctx,
  { clock = () => readClock(ctx.db), limit = 25 }: Keeping = {},
): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "contact.send", "none")) return err({ kind: "not-allowed" });
  let settled = 0;
  const failures: unknown[] = [];
  for (const batch of await goingBatches(ctx.db, batches)) {
    try {
      settled += await bringOn(ctx, batch, { clock, limit });
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Batches of letters could not be brought on");
  return ok(settled);
}

/** One batch, by what it waits for. What is wrong with one holds no other up. */
async function bringOn(ctx: Ctx, batch: LetterBatch, { clock, limit }: Required<Keeping>): Promise<number> {
  if (batch.state === "deciding") return decideSome(ctx, batch, { clock, limit });
  if (batch.state === "drawing") return draw(ctx, batch);
  return settlePosted(ctx, batch, { clock, limit });
}

/** Asks about the next letters; whichever is not counted leaves the batch. What is wrong with one holds no other up. */
async function decideSome(
  ctx: Ctx,
  batch: LetterBatch,
  { clock, limit }: Required<Keeping>,
): Promise<number> {
  const next = await lettersOf(ctx.db, batch.id, { statuses: openStatuses, limit });
  if (next.length === 0) return closeDeciding(ctx, batch);
  const failures: unknown[] = [];
  for (const at of next) {
    try {
      await decideOne({ ...ctx, now: await clock() }, batch, at);
    } catch (failure) {
      failures.push(failure);
    }
    await dropUncounted(ctx, at);
  }
  if (failures.length > 0) throw new AggregateError(failures, "Letters of a batch could not be tried");
  return next.length;
}

/** A letter bears the day it is counted on, and all of a batch are posted on one day. */
async function decideOne(ctx: Ctx, { madeAt }: LetterBatch, at: At): Promise<void> {
  const zone = await zoneOf(ctx.db, at.caseId);
  if (dateIn(zone, ctx.now) === dateIn(zone, madeAt)) await claimMessage(ctx, at);
}

const isOpen = ({ status }: ContactMessage) => openStatuses.some((each) => each === status);

const dropUncounted = (ctx: Ctx, at: At) =>
  transact<null, never>(ctx, async (tx) => {
    const message = await lockMessage(tx, at);
    if (message && isOpen(message)) await leaveBatch(tx, at);
    return ok(null);
  });

/** All are decided: those that may be printed are numbered from one on. */
async function closeDeciding(ctx: Ctx, { id }: LetterBatch): Promise<number> {
  await transact<null, never>(ctx, async (tx) => {
    const batch = await lockBatch(tx, id);
    if (batch?.state !== "deciding") return ok(null);
    const letters = await lettersOf(tx, id);
    for (const each of letters) if (isOpen(each)) await leaveBatch(tx, each);
    const kept = letters.filter(({ status }) => status === "sending");
    await placeLetters(tx, id, kept);
    await updateBatch(tx, id, { state: kept.length > 0 ? "drawing" : "empty", letters: kept.length });
    return ok(null);
  });
  return 1;
}

async function draw(ctx: Ctx, { id, madeAt }: LetterBatch): Promise<number> {
  const letters = await lettersOf(ctx.db, id);
  const papers = letters.map(({ letter }) => paperIn(ctx, letter));
  const { bytes, pages } = await lettersPdf(papers, { dated: madeAt, read: (hash) => enclosed(ctx, hash) });
  await transact<null, never>(ctx, async (tx) => {
    const batch = await lockBatch(tx, id);
    if (batch?.state !== "drawing") return ok(null);
    const { sha256: documentHash } = await ctx.documents.put(tx, bytes, ctx.now);
    await updateBatch(tx, id, { state: "ready", documentHash, pages });
    return ok(null);
  });
  return 1;
}

/** What a letter says that it encloses is behind it, or nothing is printed. */
async function enclosed({ db, documents }: Ctx, hash: string): Promise<Uint8Array> {
  const bytes = await documents.get(db, hash);
  if (!bytes) throw new Error(`What letters enclose is not kept any more: ${hash}`);
  return bytes;
}

/** The sheets of a letter as they were when it was counted. */
export function paperIn({ secrets }: Pick<Ctx, "secrets">, sealed: string | null): LetterPaper {
  const kept: { paper?: LetterPaper } = JSON.parse(secrets.unseal("contact-letter", sealed ?? ""));
  if (!kept.paper) throw new Error("A letter of a batch has no sheets");
  return kept.paper;
}
