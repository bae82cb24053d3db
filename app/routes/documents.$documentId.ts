import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { readDocument } from "#app/use-cases/accounts/read-document.server.ts";

/** A file to save, never to show: what somebody uploaded does not run under the product's own name. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "evidence.read");
  const found = await readDocument(ctx, args.params.documentId ?? "");
  if (!found) throw notFound();
  const { document, bytes } = found;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": document.mediaType,
      "content-disposition": attachment(document.fileName),
      "content-length": String(bytes.byteLength),
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

/** The name twice: plain for old browsers, in full by RFC 8187. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w.-]/g, "_");
  const full = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
