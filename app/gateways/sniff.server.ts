import { fileTypeFromBuffer } from "file-type";
import { type AcceptedMediaType, mediaTypes } from "#app/domain/media-types.ts";

const known: ReadonlySet<string> = new Set(Object.values(mediaTypes));
const isAccepted = (mime: string): mime is AcceptedMediaType => known.has(mime);

/** What the bytes really are, whatever the name or the browser says; null for everything that is not accepted. */
export async function sniff(bytes: Uint8Array): Promise<AcceptedMediaType | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found?.mime === mediaTypes.word && bearsMacros(bytes)) return null;
  if (found) return isAccepted(found.mime) ? found.mime : null;
  if (isMail(bytes)) return mediaTypes.mail;
  return isPlainText(bytes) ? mediaTypes.text : null;
}

/** An office file lists its parts by name; one with a program among them claims in vain to be without. */
const bearsMacros = (bytes: Uint8Array) => bytesOf(bytes).includes("vbaProject.bin");

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength);

const longestHead = 256 * 1024;
const field = /^[!-9;-~]+:/;
const isField = (line: string) => field.test(line) || /^[ \t]/.test(line);

/** A head of fields that names its author and its day, then an empty line (RFC 5322 2.1, 3.6). */
function isMail(bytes: Uint8Array): boolean {
  const raw = bytesOf(bytes);
  if (raw.includes(0)) return false;
  const text = raw.subarray(0, longestHead).toString("latin1");
  const [head, body] = text.split(/\r?\n\r?\n/, 2);
  const lines = head.split(/\r?\n/);
  return body !== undefined && lines.every(isField) && /^From:/im.test(head) && /^Date:/im.test(head);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001f]/;

function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !controls.test(text) && !/^\s*<(?:!doctype|html|svg|\?xml|script)/i.test(text);
  } catch {
    return false;
  }
}
