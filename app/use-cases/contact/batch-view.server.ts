import { v7 } from "uuid";
import { memberIn } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import { byteOrderMark, csvLine } from "#app/domain/portfolios/reject-file.ts";
import { ok } from "#app/domain/result.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sightsFor } from "#app/use-cases/sights.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import type { ContactMessage } from "#db/queries/contact.ts";
import { destroyedAtOf } from "#db/queries/document-keys.ts";
import {
  batchById,
  batchesOf,
  countToPrint,
  type LetterBatch,
  lettersOf,
  standingsIn,
} from "#db/queries/letter-batches.ts";
import { transact } from "#db/transact.ts";
import { fieldsIn } from "./debtor-address.server.ts";
import { paperIn } from "./keep-batches.server.ts";
import { stoppedLetters } from "./stopped-letters.server.ts";

/** As many as a page shows. */
const shown = 50;

const rowOf = ({ id, madeAt, state, taken, letters, pages, postedOn }: LetterBatch) => ({
  ...{ id, state, taken, letters, pages, postedOn, madeAt: madeAt.toISOString() },
});

/** What an organisation's letters wait for, and the batches it made. */
export async function batchesView(ctx: Ctx) {
  const member = memberIn(ctx.actor, "letter.print");
  if (!member) return null;
  const [waiting, batches] = await Promise.all([
    countToPrint(ctx.db, member.orgId, ctx.now),
    batchesOf(ctx.db, member.orgId, shown),
  ]);
  return { key: v7({ msecs: ctx.now.getTime() }), waiting, batches: batches.map(rowOf) };
}

async function batchFor(ctx: Ctx, batchId: string): Promise<LetterBatch | null> {
  const member = memberIn(ctx.actor, "letter.print");
  const batch = member && isId(batchId) ? await batchById(ctx.db, batchId) : null;
  return batch?.orgId === member?.orgId ? batch : null;
}

/** One batch: how far it is, its letters, and which of them are to be taken out of the pile because something came in since. */
export async function batchView(ctx: Ctx, batchId: string) {
  const batch = await batchFor(ctx, batchId);
  if (!batch) return null;
  const [standings, letters, stopped] = await Promise.all([
    standingsIn(ctx.db, batchId),
    lettersOf(ctx.db, batchId),
    batch.state === "ready" ? stoppedLetters(ctx.db, ctx, batchId) : [],
  ]);
  const open = (standings.waiting ?? 0) + (standings.held ?? 0);
  const drawn = batch.letters === null ? [] : letters;
  const days = drawn.filter(isWorded).map(({ letter }) => paperIn(ctx, letter).on);
  return {
    ...rowOf(batch),
    /** How many are decided, and how many of the posted are in the logs. */
    decided: batch.taken - open,
    settled: (standings.sent ?? 0) + (standings.bounced ?? 0),
    days: [...new Set(days)].sort(),
    stopped: stopped.map(({ place, why, findings = [], zone }) => ({ place, why, findings, zone })),
    rows: drawn.map((letter) => ({
      ...{ caseId: letter.caseId, id: letter.id, place: letter.batchPlace ?? 0, step: letter.stepType },
      ...{ status: letter.status, tracking: letter.tracking, isErased: !isWorded(letter) },
    })),
    erasedOn: await sheetsErasedOn(ctx, batch),
  };
}

/** Whether a letter still has its words: those to a debtor who was erased have none. */
const isWorded = ({ letter }: ContactMessage) => letter !== "";

/** When the sheets went, with the data of somebody whose letter is among them; null while they can be taken. */
async function sheetsErasedOn({ db }: Ctx, { documentHash }: LetterBatch): Promise<string | null> {
  const at = documentHash && (await destroyedAtOf(db, documentHash));
  return at ? at.toISOString() : null;
}

export const batchForms = ["pdf", "csv"] as const;
type BatchForm = (typeof batchForms)[number];

/** A batch's sheets, or the sheet of its addresses. Who took it is on record. Null where it is not theirs or not drawn. */
export async function readBatchFile(ctx: Ctx, batchId: string, form: BatchForm) {
  const batch = await batchFor(ctx, batchId);
  if (!batch?.documentHash) return null;
  const { documentHash: hash, letters } = batch;
  await transact<null, never>(ctx, async (tx) => {
    await insertAudit(tx, ctx, {
      ...{ operation: "letters.downloaded", subjectKind: "letter_batch", subjectId: batchId },
      details: { form, letters },
    });
    return ok(null);
  });
  const inside = (await lettersOf(ctx.db, batchId)).map(({ caseId }) => caseId);
  await sightsFor(ctx, [...new Set(inside)], { fields: fieldsIn.post, purpose: "posting" });
  const name = `letters-${batchId.slice(-8)}`;
  if (form === "csv")
    return { form, fileName: `${name}-addresses.csv`, text: await addressSheet(ctx, batchId) } as const;
  const bytes = await ctx.documents.get(ctx.db, hash);
  return bytes && ({ form, fileName: `${name}.pdf`, bytes } as const);
}

const sheetColumns = ["number", "case", "name", "address", "on", "language", "tracking"] as const;

/** A line a letter, in the order of the sheets; an erased one has its number alone. */
async function addressSheet(ctx: Ctx, batchId: string): Promise<string> {
  const letters = await lettersOf(ctx.db, batchId);
  const t = translator(ctx.locale);
  const head = sheetColumns.map((column) => t(`letters.sheet.${column}`));
  const lines = letters.map((message) => {
    const { letter, batchPlace, tracking } = message;
    if (!isWorded(message)) return csvLine([String(batchPlace), "", t("debtor.erased"), "", "", "", ""]);
    const { code, to, on, language } = paperIn(ctx, letter);
    const [name = "", ...address] = to;
    return csvLine([
      String(batchPlace),
      code,
      name,
      address.join(", "),
      on,
      t(`contact.language.${language}`),
      tracking ?? "",
    ]);
  });
  return byteOrderMark + csvLine(head) + lines.join("");
}
