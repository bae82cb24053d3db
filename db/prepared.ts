import type { Reader } from "./client.ts";

/**
 * Runs a statement that the driver keeps prepared under its text: one round trip, nothing built, nothing planned. For the few
 * statements that run in every posting; all others are drizzle's.
 */
export async function runPrepared<Row>(reader: Reader, text: string, params: unknown[]): Promise<Row[]> {
  const query = reader._.session.prepareQuery({ sql: text, params }, undefined, "kept", false);
  return (await query.execute()) as Row[];
}
