import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { type DocumentText, textOf } from "#app/gateways/document-text.server.ts";
import { type ReadingLimits, readingLimits } from "#app/gateways/reading-thread.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { claimText, type DocumentTextRow, lockWaitingText, settleText } from "#db/queries/document-texts.ts";
import { transact } from "#db/transact.ts";

const batch = 4;
/** Longer than a document may take; who dies at one leaves it to be tried again after this. */
const leaseMs = 10 * 60_000;
/** A document at which the reader died as often is read by nobody any more. */
const mostTries = 3;

/** Takes the text out of documents that are new as evidence, one after another; answers how many were settled. */
export async function readTexts(
  ctx: Ctx,
  { limits = readingLimits }: { limits?: ReadingLimits } = {},
): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "document.keep", "none")) return err({ kind: "not-allowed" });
  let settled = 0;
  while (settled < batch) {
    const next = await claim(ctx);
    if (!next) break;
    await settle(ctx, next, next.tries > mostTries ? unreadable : await read(ctx, next, limits));
    settled += 1;
  }
  return ok(settled);
}

const unreadable: DocumentText = { state: "unreadable", pages: [], of: null };

async function claim(ctx: Ctx): Promise<DocumentTextRow | null> {
  const leaseUntil = new Date(ctx.now.getTime() + leaseMs);
  const claimed = await transact<DocumentTextRow | null, never>(ctx, async (tx) =>
    ok(await claimText(tx, { now: ctx.now, leaseUntil })),
  );
  return claimed.ok ? claimed.value : null;
}

async function read(
  { db, documents }: Ctx,
  { sha256, mediaType }: DocumentTextRow,
  limits: ReadingLimits,
): Promise<DocumentText> {
  const bytes = await documents.get(db, sha256);
  return bytes ? textOf({ bytes, mediaType }, limits) : unreadable;
}

/** The text is kept as the document is, under a key of its own; where the document was erased meanwhile, it is not. */
async function settle(ctx: Ctx, { sha256 }: DocumentTextRow, { state, pages, of }: DocumentText) {
  await transact<null, never>(ctx, async (tx) => {
    if (!(await lockWaitingText(tx, sha256))) return ok(null);
    const text = Buffer.from(JSON.stringify(pages));
    const kept = state === "read" ? await ctx.documents.put(tx, text, ctx.now) : null;
    await settleText(tx, sha256, {
      state,
      settledAt: ctx.now,
      pages: of,
      readPages: pages.length,
      blankPages: pages.filter((text) => text === "").length,
      textHash: kept?.sha256 ?? null,
    });
    return ok(null);
  });
}
