import { Transform } from "node:stream";

/**
 * Takes out the zero bytes that React 18 leaves at the end of a piece of a page when the next character, of two or three bytes, does not fit into it any
 * more; a browser shows each as �. No page has a zero byte of its own, and none is part of another character (RFC 3629).
 */
export const withoutGaps = (): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
