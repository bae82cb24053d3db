import type { LoaderFunctionArgs } from "@remix-run/node";
import { erasedText } from "#app/http/erased-text.server.ts";
import { gone, guard, notFound } from "#app/http/guard.ts";
import { savedFile } from "#app/http/saved-file.ts";
import { readDocument } from "#app/use-cases/accounts/read-document.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "evidence.read");
  const found = await readDocument(ctx, args.params.documentId ?? "");
  if (!found) throw notFound();
  if (found.kind === "erased") throw gone(erasedText(ctx, found.erasure));
  return savedFile(found);
}
