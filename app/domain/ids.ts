import { v7 } from "uuid";

let made = 0;

/**
 * A time-ordered UUID (RFC 9562 version 7) stamped with the injected clock. Within one process ids of one
 * millisecond rise in the order they were made, so that a list sorted by id keeps it (RFC 9562 6.2, method 1).
 */
export function newId(now: Date): string {
  made = (made + 1) >>> 0;
  return v7({ msecs: now.getTime(), seq: made });
}

/** The instant that a time-ordered UUID is stamped with. */
export const madeAt = (id: string): Date =>
  new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16));

/** A UUID of any version, as people paste it into an address bar. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
