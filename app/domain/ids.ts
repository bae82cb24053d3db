import { v7 } from "uuid";

let last = { msecs: -1, seq: 0 };

/**
 * A time-ordered UUID (RFC 9562 version 7) stamped with the injected clock. Within one process ids of one
 * millisecond rise in the order they were made, so that a list sorted by id keeps it (RFC 9562 6.2, method 1).
 */
export function newId(now: Date): string {
  const msecs = now.getTime();
  last = { msecs, seq: msecs === last.msecs ? last.seq + 1 : 0 };
  return v7(last);
}

/** A UUID of any version, as people paste it into an address bar. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
