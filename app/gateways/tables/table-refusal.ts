/** Why a file is no table that can be read; words are `import.file.<kind>`. */
export type TableRefusal =
  | { kind: "file-empty" }
  | { kind: "file-not-a-table" }
  | { kind: "file-header-only" }
  | { kind: "file-row-too-long"; rowNo: number }
  | { kind: "file-quote-open"; rowNo: number }
  | { kind: "file-too-many-columns" }
  | { kind: "file-zip-broken" }
  | { kind: "file-zip-bomb" };

/** Carries a refusal out of a stream; caught where the file is opened and where it is read through, and nowhere else. */
export class TableRefused extends Error {
  constructor(readonly refusal: TableRefusal) {
    super(refusal.kind);
  }
}

export const mostColumns = 500;
export const longestRow = 1_000_000;
