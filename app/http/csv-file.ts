import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

const headersFor = (fileName: string) => ({
  "content-type": "text/csv; charset=utf-8",
  "content-disposition": `attachment; filename="${fileName}"`,
  "cache-control": "private, no-store",
  "x-content-type-options": "nosniff",
});

/** A short table for a spreadsheet as a download. */
export const csvText = ({ fileName, text }: { fileName: string; text: string }): Response =>
  new Response(text, { headers: headersFor(fileName) });

/** A table for a spreadsheet as a download, sent while it is read; kept by no cache on the way. */
export const csvFile = ({
  fileName,
  pieces,
}: {
  fileName: string;
  pieces: AsyncIterable<string>;
}): Response =>
  new Response(createReadableStreamFromReadable(Readable.from(pieces)), { headers: headersFor(fileName) });
