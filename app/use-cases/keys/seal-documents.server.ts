import { readClock } from "#app/gateways/clock.server.ts";
import type { DocumentStore } from "#app/gateways/documents.server.ts";
import type { Db } from "#db/client.ts";
import { type DocumentKeyRow, heldKeyOf, olderFiles } from "#db/queries/document-keys.ts";

type Sealing = {
  documents: DocumentStore;
  look: boolean;
  progress?: (name: string, done: number) => void | Promise<void>;
};

const name = "documents without a key of their own";

/**
 * Gives the files of before documents had keys one each, one after the other; a reader meets the old file or the new one. With `look` they are only counted.
 * What is not there or is damaged is left, and told.
 */
export async function sealDocuments(db: Db, { documents, look, progress }: Sealing) {
  const at = await readClock(db);
  const report = { name, done: 0, left: 0, unreadable: 0, first: undefined as string | undefined };
  let after = "";
  for (;;) {
    const files: DocumentKeyRow[] = await olderFiles(db, { after, limit: 200 });
    for (const file of files) {
      const became = await sealOne(db, file, { documents, look, at });
      if (became === "anew") report[look ? "left" : "done"] += 1;
      if (became !== "unreadable") continue;
      report.unreadable += 1;
      report.first ??= `${file.sha256}: Not in the document store, or not as it was handed in`;
    }
    const last = files.at(-1);
    if (!last) return [report];
    after = last.name;
    await progress?.(name, report.done);
  }
}

/** In a transaction of its own; one that another has sealed or erased meanwhile is passed over. */
const sealOne = (
  db: Db,
  { sha256 }: DocumentKeyRow,
  { documents, ...options }: { documents: DocumentStore; look: boolean; at: Date },
) =>
  db.transaction(async (tx) => {
    const file = await heldKeyOf(tx, sha256);
    return file && !file.sealed ? documents.sealAnew(tx, file, options) : "current";
  });
