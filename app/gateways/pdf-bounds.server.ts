import { constants, inflateSync } from "node:zlib";

/** What a file of ten megabytes honestly holds; what unpacks to more is made to exhaust whoever opens it. */
const maxUnpacked = 128 * 1024 * 1024;
/** A stream packed in a stream packed in a stream: more than anybody's software writes. */
const maxLayers = 3;

const otherPacking = /\/(?:LZW|ASCII85|ASCIIHex|RunLength)Decode/;

/**
 * Whether a PDF packs more than it is reasonable to open. Streams of objects are unpacked whole while a file is read;
 * where they could be packed in ways that are not tried here, the file is not opened either.
 */
export function packsTooMuch(bytes: Uint8Array): boolean {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = pdf.toString("latin1");
  const names = text.replace(/#([0-9A-Fa-f]{2})/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  if (/\/ObjStm/.test(names) && otherPacking.test(names)) return true;
  let room = maxUnpacked;
  for (const { index, 0: word } of text.matchAll(/stream\r?\n/g)) {
    room -= unpackedSize(pdf.subarray(index + word.length), { room, layers: maxLayers });
    if (room < 0) return true;
  }
  return false;
}

/** Bytes that a deflated stream unpacks to, one more than `room` for all beyond it; none for what is not deflated. */
function unpackedSize(packed: Uint8Array, { room, layers }: { room: number; layers: number }): number {
  if (layers === 0 || !isDeflated(packed)) return 0;
  try {
    const unpacked = inflateSync(packed, { maxOutputLength: room + 1, finishFlush: constants.Z_SYNC_FLUSH });
    return unpacked.length + unpackedSize(unpacked, { room: room - unpacked.length, layers: layers - 1 });
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? room + 1 : 0;
  }
}

/** The two bytes every zlib stream begins with (RFC 1950 2.2). */
const isDeflated = ([method = 0, flags = 0]: Uint8Array) =>
  (method & 15) === 8 && (method * 256 + flags) % 31 === 0;
