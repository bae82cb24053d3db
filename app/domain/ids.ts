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

/** A name of one's own for what has this digest: a UUID of version 8 (RFC 9562 5.8) from 32 or more lower-case hexadecimal digits. */
export const idOfDigest = (digest: string): string =>
  `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant[digest[16]]}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
/** A hexadecimal digit with its two highest bits made one and nought. */
const variant: Record<string, string> = Object.fromEntries(
  Array.from("0123456789abcdef", (digit, at) => [digit, "89ab"[at % 4]]),
);
