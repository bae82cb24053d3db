import { setImmediate } from "node:timers/promises";
import { debtorText, duplicateText } from "#app/domain/cases/likeness.ts";
import { idOfDigest } from "#app/domain/ids.ts";
import { type ImportedClaim, packIdentity } from "#app/domain/portfolios/claim.ts";
import type { claimReader, NoteKind } from "#app/domain/portfolios/read-claim.ts";
import type { Secrets } from "#app/gateways/secrets.server.ts";
import type { NumberedRows } from "#app/gateways/tables/csv-rows.server.ts";
import { type Table, tableChunks } from "#app/gateways/tables/table-file.server.ts";
import type { Staged } from "#db/queries/import-store.ts";
import type { GroupRow } from "#db/queries/portfolios.ts";

/** What claims of one group have in common. */
export type Group = Pick<
  GroupRow,
  "groupNo" | "region" | "jurisdiction" | "currency" | "debtorKind" | "claimKind" | "standing"
>;

export type PreparedReject = {
  rowNo: number;
  no: number;
  column: string;
  value: string;
  reason: string;
  detail: string;
};

export type PreparedChunk = {
  staged: Staged;
  /** Rows refused, each with one line for each cell that is wrong. */
  rejects: PreparedReject[];
  rejectedRows: number;
  notes: Partial<Record<NoteKind, number>>;
  rows: number;
  lastRow: number;
};

/** Rows a chunk: each is one transaction, and what a killed import loses at most. */
export const chunkRows = 2_500;

/** Purpose of the key under which imported identities are sealed. */
export const claimPurpose = "imported-claim";

type Setting = {
  read: ReturnType<typeof claimReader>;
  headers: readonly string[];
  /** Position of each field's column. */
  columns: Partial<Record<string, number>>;
  secrets: Pick<Secrets, "rows">;
  creditorOrgId: string;
  /** Grows as new groups are met. */
  groups: Map<string, Group>;
};

/** Behind which row to begin, and who wants to know how many bytes were read. */
type Place = { after: number; onBytes: (count: number) => void };

/**
 * Makes a file's rows ready to be stored, chunk by chunk: read by the law and the forms of the file, who owes sealed in one text a
 * row, the digests that find duplicates and ties beside it. It gives way every few rows, so that the chunk before is stored
 * meanwhile.
 */
export function chunkPreparer({ read, headers, columns, secrets, creditorOrgId, groups }: Setting) {
  const sealing = secrets.rows(claimPurpose);
  const [duplicates, names] = [secrets.rows("duplicate-case"), secrets.rows("debtor-name")];

  const lineOf = (claim: ImportedClaim): string => {
    const { debtorName, identity, dueOn, principal, currency, placeCode } = claim;
    const likeness = {
      creditorOrgId,
      debtorName,
      reference: identity.reference || undefined,
      dueOn,
      principal,
      currency,
    };
    const digest = duplicates.mac(duplicateText(likeness));
    const caseId = idOfDigest(digest);
    const nameKey = names.mac(debtorText(debtorName, placeCode)).slice(0, 2 * nameKeyBytes);
    const sealed = sealing.seal(packIdentity(identity), caseId).toString("hex");
    return `${caseId}\t${claim.rowNo}\t${groupOf(groups, claim).groupNo}\t${placeCode}\t${principal}\t${dueOn}\t${
      claim.limitationLast ?? "\\N"
    }\t\\\\x${nameKey}\t\\\\x${sealed}\t${digest}\n`;
  };

  /** Adds the rows of one piece of the file to a chunk; gives their claims as COPY reads them, which is all ASCII. */
  const add = (chunk: PreparedChunk, { rows, rowNos }: NumberedRows): Buffer => {
    let lines = "";
    for (const [at, row] of rows.entries()) {
      const reading = read(row, rowNos[at]);
      if ("claim" in reading) {
        lines += lineOf(reading.claim);
        chunk.staged.count += 1;
        for (const note of reading.notes) chunk.notes[note] = (chunk.notes[note] ?? 0) + 1;
        continue;
      }
      chunk.rejectedRows += 1;
      for (const [no, { field, value, reason }] of reading.rejects.entries()) {
        const column = headers[columns[field ?? ""] ?? -1] ?? field ?? "";
        chunk.rejects.push({ rowNo: rowNos[at], no, column, value: value.slice(0, 500), reason, detail: "" });
      }
    }
    chunk.rows += rows.length;
    chunk.lastRow = rowNos.at(-1) ?? chunk.lastRow;
    return Buffer.from(lines, "latin1");
  };

  return async function* (table: Table, place: Place): AsyncGenerator<PreparedChunk> {
    let chunk = emptyChunk();
    let lines: Buffer[] = [];
    const whole = () => {
      chunk.staged.lines = Buffer.concat(lines);
      return chunk;
    };
    for await (const piece of tableChunks(table, { ...place, size: rowsATurn })) {
      await setImmediate();
      lines.push(add(chunk, piece));
      if (chunk.rows < chunkRows) continue;
      yield whole();
      chunk = emptyChunk();
      lines = [];
    }
    if (chunk.rows > 0) yield whole();
  };
}

/** Few enough that hardly a cell outlives the young generation of the heap, which keeps memory flat. Divides `chunkRows`. */
const rowsATurn = 50;

/** Enough of a digest that two names meet by no accident. */
export const nameKeyBytes = 16;

const emptyChunk = (): PreparedChunk => ({
  staged: { lines: Buffer.alloc(0), count: 0 },
  rejects: [],
  rejectedRows: 0,
  notes: {},
  rows: 0,
  lastRow: 0,
});

export const groupKey = (group: Omit<Group, "groupNo">): string =>
  `${group.region}|${group.currency}|${group.debtorKind}|${group.claimKind}|${group.standing}`;

function groupOf(groups: Map<string, Group>, claim: ImportedClaim): Group {
  const key = groupKey(claim);
  const known = groups.get(key);
  if (known) return known;
  const { region, jurisdiction, currency, debtorKind, claimKind, standing } = claim;
  const group = {
    groupNo: 1 + Math.max(0, ...[...groups.values()].map(({ groupNo }) => groupNo)),
    region,
    jurisdiction,
    currency,
    debtorKind,
    claimKind,
    standing,
  };
  groups.set(key, group);
  return group;
}
