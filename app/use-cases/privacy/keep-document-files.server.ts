import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { type DocumentKeyRow, nextDueFile, setDue } from "#db/queries/document-keys.ts";
import { transact } from "#db/transact.ts";

/** Files a batch, each in a transaction of its own. */
const batch = 50;
const minute = 60_000;
/** When a file that was lost or damaged is looked for again: somebody may have put it back. */
const lostMs = 24 * 60 * minute;
const retryMs = 5 * minute;

/**
 * Takes files off the shelf whose keys were destroyed, and gives files of before there were keys one of their own; answers how many were settled. One with
 * which the store fails is tried again later, and the others after the next pause: it will hardly answer for the next.
 */
export async function keepDocumentFiles(
  ctx: Ctx,
  { limit = batch }: { limit?: number } = {},
): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "document.keep", "none")) return err({ kind: "not-allowed" });
  let settled = 0;
  while (settled < limit && (await settleNext(ctx))) settled += 1;
  return ok(settled);
}

async function settleNext(ctx: Ctx): Promise<boolean> {
  let file: DocumentKeyRow | null = null;
  try {
    await inTransaction(ctx, async (tx) => {
      file = await nextDueFile(tx, ctx.now);
      if (file) await settle(tx, ctx, file);
    });
  } catch (error) {
    await putOff(ctx, file);
    throw error;
  }
  return file !== null;
}

/** What was begun with the file is undone by then. */
async function putOff(ctx: Ctx, file: DocumentKeyRow | null): Promise<void> {
  if (!file) return;
  const { name } = file;
  await inTransaction(ctx, (tx) => setDue(tx, name, new Date(ctx.now.getTime() + retryMs)));
}

const inTransaction = (ctx: Ctx, work: (tx: Tx) => Promise<void>) =>
  transact<null, never>(ctx, async (tx) => {
    await work(tx);
    return ok(null);
  });

async function settle(tx: Tx, { documents, now }: Ctx, file: DocumentKeyRow): Promise<void> {
  if (file.destroyedAt) {
    await documents.remove(file.name);
    return setDue(tx, file.name, null);
  }
  const became = await documents.sealAnew(tx, file, { look: false, at: now });
  if (became === "unreadable") await setDue(tx, file.name, new Date(now.getTime() + lostMs));
}
