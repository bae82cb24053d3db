type Saved = { document: { mediaType: string; fileName: string }; bytes: Uint8Array };

/** A file to save, never to show: what somebody uploaded does not run under the product's own name. */
export const savedFile = ({ document: { mediaType, fileName }, bytes }: Saved): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": mediaType,
      "content-disposition": attachment(fileName),
      "content-length": String(bytes.byteLength),
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });

/** The name twice: plain for old browsers, in full by RFC 8187. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w.-]/g, "_");
  const full = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
