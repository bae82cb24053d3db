import { v7 } from "uuid";

/** A time-ordered UUID (RFC 9562 version 7) stamped with the injected clock. */
export const newId = (now: Date): string => v7({ msecs: now.getTime() });

/** A UUID of any version, as people paste it into an address bar. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
