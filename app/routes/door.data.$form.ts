import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { exportForms } from "#app/domain/debtors/subject-export.ts";
import { insideDoor } from "#app/http/door-page.server.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { jsonFile } from "#app/http/json-file.ts";
import { pdfFile } from "#app/http/pdf-file.ts";
import { exportAtDoor, exportFile } from "#app/use-cases/debtors/export-subject.server.ts";

/** Everything kept about the visitor, to take along. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request);
  const form = exportForms.find((each) => each === args.params.form);
  if (!form) throw notFound();
  const found = await exportAtDoor(visit);
  if (!found.ok) return redirect("/door/data");
  const file = await exportFile(found.value, { form, language: visit.reads });
  return file.form === "pdf" ? pdfFile(file) : jsonFile(file);
}
