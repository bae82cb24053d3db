import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

/** A table for a spreadsheet as a download, sent while it is read; kept by no cache on the way. */
export const csvFile = ({
  fileName,
  pieces,
}: {
  fileName: string;
  pieces: AsyncIterable<string>;
}): Response =>
  new Response(createReadableStreamFromReadable(Readable.from(pieces)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
