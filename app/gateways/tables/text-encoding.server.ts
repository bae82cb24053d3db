/** Encodings that a claims file comes in; all are ones that the platform's `TextDecoder` knows. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "windows-1252";

/** What a file's first bytes are written in: by its mark, by the nought bytes of UTF-16, by what decodes without a fault. */
export function encodingOf(head: Uint8Array): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const wide = withoutMark(head);
  if (wide) return wide;
  if (decodes(head, "utf-8")) return "utf-8";
  return pairsOf(head) >= 0.8 && decodes(head, "gb18030") ? "gb18030" : "windows-1252";
}

/** Text in UTF-16 without a mark: the digits, commas and line ends of a table have a nought byte on one side. */
function withoutMark(head: Uint8Array): TextEncoding | null {
  let [even, odd] = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) at % 2 === 0 ? even++ : odd++;
  const least = head.length * 0.1;
  if (odd > least && even < odd / 8) return "utf-16le";
  return even > least && odd < even / 8 ? "utf-16be" : null;
}

/** The last few bytes may be the beginning of a character. */
function decodes(head: Uint8Array, encoding: string): boolean {
  for (let cut = 0; cut < 4; cut += 1) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(head.subarray(0, head.length - cut));
      return true;
    } catch {}
  }
  return false;
}

/** The share of high bytes that stand in pairs: nearly all in Chinese text, hardly any in German or French. */
function pairsOf(head: Uint8Array): number {
  let [high, paired] = [0, 0];
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] < 0x80) continue;
    high += 1;
    if (at + 1 < head.length && head[at + 1] >= 0x80) {
      high += 1;
      paired += 2;
      at += 1;
    }
  }
  return high === 0 ? 0 : paired / high;
}
