import { type SQL, sql } from "drizzle-orm";

/** One parameter however long the list is, so that a statement keeps its plan: `place = any($1::text[])`. */
export const anyText = (values: readonly string[]): SQL => sql`any(${textArray(values)})`;

/** A list of texts as one array of the database. */
export const textArray = (values: readonly string[]): SQL => sql`${literal(values)}::text[]`;

const literal = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/(["\\])/g, "\\$1")}"`).join(",")}}`;
