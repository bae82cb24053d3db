import { mediaTypes } from "#app/domain/media-types.ts";

/** Endings by what the bytes are, never by what a name claims. */
const endings: Record<string, string> = {
  [mediaTypes.pdf]: "pdf",
  [mediaTypes.png]: "png",
  [mediaTypes.jpeg]: "jpg",
  [mediaTypes.webp]: "webp",
  [mediaTypes.text]: "txt",
  [mediaTypes.mail]: "eml",
  [mediaTypes.word]: "docx",
};

/**
 * The path of an exhibit in the bundle: its number, what can be said of its name in plain ASCII, and an ending by
 * its type. Names in other scripts are in the manifest in full; a path that every system can unpack is not.
 */
export function exhibitFile(
  number: number,
  { fileName, kind, mediaType }: { fileName: string; kind: string; mediaType: string },
): string {
  const stem = fileName
    .replace(/\.[^.]*$/, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  const plain = stem || kind.replace(/[^a-z]+/g, "-");
  return `exhibits/${String(number).padStart(3, "0")}-${plain}.${endings[mediaType] ?? "bin"}`;
}
