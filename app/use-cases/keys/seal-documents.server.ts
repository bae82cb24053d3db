import type { DocumentStore } from "#app/gateways/documents.server.ts";
import type { Reader } from "#db/client.ts";
import { type KeptRow, type KeptTable, keptRows } from "#db/queries/rekeying.ts";

/** Where the database names what lies in the document store. */
const named: readonly { name: string; table: KeptTable; hash: string }[] = [
  {
    name: "documents",
    table: { table: "documents", key: { id: "uuid" }, columns: { sha256: "text" } },
    hash: "sha256",
  },
  {
    name: "texts of documents",
    table: {
      ...{ table: "document_texts", key: { sha256: "text" }, columns: { text_hash: "text" } },
      where: "text_hash is not null",
    },
    hash: "text_hash",
  },
  {
    name: "printed letters",
    table: {
      ...{ table: "letter_batches", key: { id: "uuid" }, columns: { document_hash: "text" } },
      where: "document_hash is not null",
    },
    hash: "document_hash",
  },
];

type Sealing = {
  documents: DocumentStore;
  look: boolean;
  progress?: (name: string, done: number) => void | Promise<void>;
};

/** Brings the files that the database names under the current key, one after the other: each is replaced whole, and another reader meets the old or the new. */
export async function sealDocuments(reader: Reader, { documents, look, progress }: Sealing) {
  const reports = [];
  for (const { name, table, hash } of named) {
    const report = { name, done: 0, left: 0, unreadable: 0, first: undefined as string | undefined };
    let after: KeptRow | null = null;
    do {
      const rows: KeptRow[] = await keptRows(reader, table, { after, limit: 200 }, false);
      for (const row of rows) {
        const became = await documents.sealAnew(String(row[hash]), { look });
        if (became === "anew") report[look ? "left" : "done"] += 1;
        if (became !== "unreadable") continue;
        report.unreadable += 1;
        report.first ??= `${Object.keys(table.key).map((column) => row[column])}: Not in the document store, or not as it was handed in`;
      }
      after = rows.at(-1) ?? null;
      await progress?.(name, report.done);
    } while (after);
    reports.push(report);
  }
  return reports;
}
