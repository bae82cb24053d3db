import { isId } from "./ids.ts";

/** Where a page of a list begins: after this row of the page before. */
export type PageKey = { at: Date; id: string };

/** A key as an address carries it. */
export const pageKeyText = ({ at, id }: PageKey): string => `${at.toISOString()}_${id}`;

/** The key in an address; null for the first page and for anything that is not a key. No calendar of the database has a year 0. */
export function parsePageKey(text: string | null): PageKey | null {
  const [instant, id] = (text ?? "").split("_");
  if (!id || !isId(id) || !/^(?!0000)\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(instant)) return null;
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? null : { at, id };
}

/** One page out of a query that asked for one row more than fits; `next` is null on the last page. */
export function pageOf<Row>(rows: Row[], size: number, keyOf: (row: Row) => PageKey) {
  const shown = rows.slice(0, size);
  const next = rows.length > size ? pageKeyText(keyOf(shown[size - 1])) : null;
  return { rows: shown, next };
}
