import { pageText, type TextState } from "#app/domain/cases/document-text.ts";
import { mediaTypes } from "#app/domain/media-types.ts";
import { packsTooMuch } from "./pdf-bounds.server.ts";
import {
  type ForeignFile,
  type ReadingLimits,
  readInThread,
  readingLimits,
} from "./reading-thread.server.ts";

export type DocumentText = {
  state: Exclude<TextState, "waiting">;
  /** What its pages say, as far as they were read; of a plain text one. */
  pages: string[];
  /** How many pages it has; null where that cannot be told. */
  of: number | null;
};

const unreadable: DocumentText = { state: "unreadable", pages: [], of: null };

/** The text of a document as it stands in the file: nothing is recognised in pictures. */
export async function textOf(
  { bytes, mediaType }: { bytes: Uint8Array; mediaType: string },
  limits = readingLimits,
): Promise<DocumentText> {
  switch (mediaType) {
    case mediaTypes.text:
      return onePage(new TextDecoder().decode(bytes), limits);
    case mediaTypes.pdf:
      return packsTooMuch(bytes) ? unreadable : pagesOf(bytes, "pdf", limits);
    case mediaTypes.mail:
      return pagesOf(bytes, "mail", limits);
    case mediaTypes.word:
      return pagesOf(bytes, "docx", limits);
    default:
      return { state: "none", pages: [], of: 1 };
  }
}

function onePage(raw: string, { letters }: ReadingLimits): DocumentText {
  const text = pageText(raw).slice(0, letters);
  return { state: text === "" ? "none" : "read", pages: [text], of: 1 };
}

async function pagesOf(bytes: Uint8Array, as: ForeignFile, limits: ReadingLimits): Promise<DocumentText> {
  const { pages, of, failed } = await readInThread(bytes, { as, limits, tidy: pageText });
  if (pages.some((text) => text !== "")) return { state: "read", pages, of };
  return failed ? { ...unreadable, state: failed } : { state: "none", pages: [], of };
}
