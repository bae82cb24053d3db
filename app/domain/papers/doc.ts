/** A cell of a paper's table: words, an amount in minor units, a civil day, a count. */
export type Cell = string | { minor: string } | { on: string } | { count: number };

export type DocTable = {
  heading: string | null;
  columns: { label: string; align?: "end" /** Its part of the width. */; share: number }[];
  rows: Cell[][];
  /** In bold below the rows. */
  totals: Cell[][];
};

/** A code in print, the address it opens as a square to scan, and the words beside both. */
export type PaperCheck = { text: string; code: string; url: string };

/** A paper in one language, before it is drawn or written as a table for a spreadsheet. */
export type PaperDoc = {
  title: string;
  number: string;
  currency: string;
  facts: [label: string, value: Cell][];
  parties: { heading: string; lines: string[] }[];
  tables: DocTable[];
  notes: string[];
  /** How whoever has it in hand finds out that it is genuine and still stands; null where a paper cannot be asked about. */
  check: PaperCheck | null;
  /** Below all: the fingerprint of the content. */
  foot: string;
};
