import { setImmediate } from "node:timers/promises";
import { debtorText, duplicateText } from "#app/domain/cases/likeness.ts";
import { type ImportedClaim, packIdentity } from "#app/domain/portfolios/claim.ts";
import type { claimReader, NoteKind } from "#app/domain/portfolios/read-claim.ts";
import type { Secrets } from "#app/gateways/secrets.server.ts";
import type { NumberedRows } from "#app/gateways/tables/csv-rows.server.ts";
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

/**
 * Makes a chunk of rows ready to be stored: read by the law and the forms of its file, who owes sealed in one text a row, the
 * digests that find duplicates and ties beside it. It gives way every few rows, so that the chunk before is stored meanwhile.
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
    const caseId = idFrom(digest);
    const nameKey = names.mac(debtorText(debtorName, placeCode)).toString("hex", 0, nameKeyBytes);
    const sealed = sealing.seal(packIdentity(identity), caseId).toString("hex");
    return `${caseId}\t${claim.rowNo}\t${groupOf(groups, claim).groupNo}\t${placeCode}\t${principal}\t${dueOn}\t${
      claim.limitationLast ?? "\\N"
    }\t\\\\x${nameKey}\t\\\\x${sealed}\t${digest.toString("hex")}\n`;
  };

  return async ({ rows, rowNos }: NumberedRows): Promise<PreparedChunk> => {
    const chunk = emptyChunk(rows.length, rowNos.at(-1) ?? 0);
    const lines: string[] = [];
    for (const [at, row] of rows.entries()) {
      if (at % rowsATurn === 0) await setImmediate();
      const reading = read(row, rowNos[at]);
      if ("claim" in reading) {
        lines.push(lineOf(reading.claim));
        for (const note of reading.notes) chunk.notes[note] = (chunk.notes[note] ?? 0) + 1;
        continue;
      }
      chunk.rejectedRows += 1;
      for (const [no, { field, value, reason }] of reading.rejects.entries()) {
        const column = headers[columns[field ?? ""] ?? -1] ?? field ?? "";
        chunk.rejects.push({ rowNo: rowNos[at], no, column, value: value.slice(0, 500), reason, detail: "" });
      }
    }
    chunk.staged = { lines: lines.join(""), count: lines.length };
    return chunk;
  };
}

const rowsATurn = 200;

/** Enough of a digest that two names meet by no accident. */
export const nameKeyBytes = 16;

const emptyChunk = (rows: number, lastRow: number): PreparedChunk => ({
  staged: { lines: "", count: 0 },
  rejects: [],
  rejectedRows: 0,
  notes: {},
  rows,
  lastRow,
});

/** The id of a claim from the digest of what makes it the same claim (RFC 9562 version 8). */
export function idFrom(digest: Buffer): string {
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes[6] = (bytes[6] & 0x0f) | 0x80;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

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
