import { sql } from "drizzle-orm";
import type { Reader } from "#db/client.ts";

/** The product's present: the database's clock plus the demo's offset. The only place that asks for the time. */
export async function readClock(db: Reader): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(sql`select rung_now()::timestamptz(3)::text as now`);
  return new Date(row.now);
}

/** Real time by the database's machine, whatever the demo's clock says: what one-time codes are counted by. */
export async function readMachineClock(db: Reader): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(sql`select clock_timestamp()::timestamptz(3)::text as now`);
  return new Date(row.now);
}
