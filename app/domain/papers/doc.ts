/** A cell of a paper's table: words, an amount in minor units, a civil day, a count. */
export type Cell = string | { minor: string } | { on: string } | { count: number };

export type DocTable = {
  heading: string | null;
  columns: { label: string; align?: "end" /** Its part of the width. */; share: number }[];
  rows: Cell[][];
  /** In bold below the rows. */
  totals: Cell[][];
};

/** A paper in one language, before it is drawn or written as a table for a spreadsheet. */
export type PaperDoc = {
  title: string;
  number: string;
  currency: string;
  facts: [label: string, value: Cell][];
  parties: { heading: string; lines: string[] }[];
  tables: DocTable[];
  notes: string[];
  /** Below all: the fingerprint of the content. */
  foot: string;
};
