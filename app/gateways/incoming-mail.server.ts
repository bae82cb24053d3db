import { Readable } from "node:stream";
import { type MimeNode, Splitter, type SplitterChunk } from "@zone-eu/mailsplit";

export type IncomingMail = {
  /** Every address that it is to, as its head says. */
  to: string[];
  /** The machine's part of a delivery report (RFC 3464), where it is one. */
  report: string | null;
};

/** A report has three parts; more than this is made to exhaust whoever reads it. */
const limits = { ignoreEmbedded: true, maxHeadSize: 64 * 1024, maxChildNodes: 20 };

/**
 * What of a mail matters to whoever sent one that came back; nothing of it is kept. Only a report's own part is read: a report within the mail
 * that is brought back is somebody else's. What cannot be read as a mail is to nobody.
 */
export async function readMail(raw: Uint8Array): Promise<IncomingMail> {
  let root: MimeNode | null = null;
  let report: MimeNode | null = null;
  const parts: Buffer[] = [];
  try {
    const chunks: AsyncIterable<SplitterChunk> = Readable.from([Buffer.from(raw)]).pipe(new Splitter(limits));
    for await (const chunk of chunks) {
      if (chunk.type === "node") {
        root ??= chunk;
        if (!report && chunk.parentNode === root && isReport(root, chunk)) report = chunk;
      } else if (chunk.type === "body" && chunk.node === report) parts.push(chunk.value);
    }
  } catch {
    return { to: [], report: null };
  }
  const text = report && decoded(Buffer.concat(parts), String(report.encoding));
  return { to: root ? addressesIn(root) : [], report: text };
}

const isReport = (root: MimeNode, part: MimeNode) =>
  root.contentType === "multipart/report" && part.contentType === "message/delivery-status";

/** It is to be plain ASCII (RFC 3464 2.1); some pack it all the same. */
const decoded = (bytes: Buffer, encoding: string): string =>
  /base64/i.test(encoding)
    ? Buffer.from(bytes.toString("latin1"), "base64").toString("utf8")
    : bytes.toString("utf8");

function addressesIn({ headers }: MimeNode): string[] {
  if (!headers) return [];
  const lines = ["delivered-to", "x-original-to", "to"].flatMap((name) => headers.get(name));
  return [...new Set(lines.flatMap((line) => line.match(/[^\s<>,:;"]+@[^\s<>,:;"]+/g) ?? []))];
}
