import type { Sql } from "postgres";
import type { Db } from "./client.ts";

/**
 * Hears what a channel of PostgreSQL announces, over a connection of its own that is opened again when it breaks. `listening` is told
 * each time it is open: what was announced before is lost. Returns how to stop.
 */
export async function listen(
  db: Db,
  channel: string,
  on: { heard: (payload: string) => void; listening: () => void },
): Promise<() => Promise<unknown>> {
  const { $client } = db as Db & { $client: Sql };
  const { unlisten } = await $client.listen(channel, on.heard, on.listening);
  return unlisten;
}
