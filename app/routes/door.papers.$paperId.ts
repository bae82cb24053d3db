import type { LoaderFunctionArgs } from "@remix-run/node";
import { insideDoor } from "#app/http/door-page.server.ts";
import { doorErasedText } from "#app/http/erased-text.server.ts";
import { gone, guard, notFound } from "#app/http/guard.ts";
import { savedFile } from "#app/http/saved-file.ts";
import { doorDocument } from "#app/use-cases/debtors/door-document.server.ts";

/** A paper that shows what is owed, to save. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request);
  const found = await doorDocument(visit, args.params.paperId ?? "");
  if (!found) throw notFound();
  if (found.kind === "erased") throw gone(doorErasedText(visit.reads, found.erasure));
  return savedFile(found);
}
