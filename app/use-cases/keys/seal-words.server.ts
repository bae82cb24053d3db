import { type WordPlace, wordPlaces } from "#app/domain/privacy/word-places.ts";
import { clearText } from "#app/gateways/subject-keys.server.ts";
import type { Services } from "#app/use-cases/ctx.ts";
import { type Seal, sealOf } from "#app/use-cases/debtor.server.ts";
import type { Tx } from "#db/client.ts";
import { clearWords, isAnyWordClear, type WordColumn, writeSealedWords } from "#db/queries/clear-words.ts";

/** What people write about a case, and where it lies under the debtor's key. */
const columns: (WordColumn & { place: (id: string) => WordPlace })[] = [
  { table: "event_notes", column: "note", id: "seq", place: (seq) => wordPlaces.note(Number(seq)) },
  { table: "case_messages", column: "body", id: "id", place: wordPlaces.message },
  { table: "case_messages", column: "redaction_reason", id: "id", place: wordPlaces.redaction },
  { table: "evidence_items", column: "title", id: "id", place: wordPlaces.title },
  { table: "documents", column: "sealed_name", id: "id", place: wordPlaces.fileName },
  { table: "text_reviews", column: "words", id: "id", place: (id) => wordPlaces.text(id, "words") },
  { table: "text_reviews", column: "reason", id: "id", place: (id) => wordPlaces.text(id, "reason") },
  { table: "conduct_reports", column: "reasons", id: "id", place: wordPlaces.conduct },
];

export const isAnyWordLeft = ({ db }: Pick<Services, "db">): Promise<boolean> => isAnyWordClear(db, columns);

/** Seals a batch of each column's words of before; false when none was left. */
export async function sealWords(
  tx: Tx,
  ctx: Pick<Services, "secrets"> & { now: Date },
  batch: number,
): Promise<boolean> {
  let sealed = 0;
  for (const column of columns) {
    const rows = await clearWords(tx, column, batch);
    const seals = new Map<string, Seal>();
    for (const { caseId, id, words } of rows) {
      const seal = seals.get(caseId) ?? (await sealOf(tx, ctx, caseId));
      seals.set(caseId, seal);
      const anew = { caseId, id, words: seal(column.place(id), clearText(words)) };
      await writeSealedWords(tx, column, anew);
    }
    sealed += rows.length;
  }
  return sealed > 0;
}
