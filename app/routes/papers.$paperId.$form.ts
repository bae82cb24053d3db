import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvText } from "#app/http/csv-file.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pdfFile } from "#app/http/pdf-file.ts";
import { paperForms } from "#app/use-cases/paper-file.server.ts";
import { readPaperFile } from "#app/use-cases/papers/read-papers.server.ts";

/** A paper as a PDF or as a table, for whoever it is from or to; downloaded, never shown from this origin. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "paper.read");
  const form = paperForms.find((each) => each === args.params.form);
  const file = form ? await readPaperFile(ctx, args.params.paperId ?? "", form) : null;
  if (!file) throw notFound();
  return file.form === "pdf" ? pdfFile(file) : csvText(file);
}
