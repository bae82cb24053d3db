import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ExportForm, ExportSubject } from "#app/domain/debtors/subject-export.ts";
import { isId } from "#app/domain/ids.ts";
import { err } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { caseToExport, exportFile, exportOnRequest } from "#app/use-cases/debtors/export-subject.server.ts";
import { notFound } from "./guard.ts";
import { jsonFile } from "./json-file.ts";
import { parseForm } from "./parse-form.ts";
import { pdfFile } from "./pdf-file.ts";
import { refuse, tooMany } from "./respond.ts";

/** Takes a debtor's data out on the request that a form names, whatever it is then made into. */
export async function exportAsked(ctx: Ctx, { request, params }: ActionFunctionArgs) {
  const { caseId = "" } = params;
  if (!isId(caseId)) throw notFound();
  const form = await parseForm(request, ExportSubject, { caseId });
  if (!form.ok) return err(refuse(422, form.error));
  const found = await exportOnRequest(ctx, form.value);
  if (found.ok) return found;
  switch (found.error.kind) {
    case "case-not-found":
      throw notFound();
    case "too-many":
      return err(tooMany(found.error, form.values));
  }
}

const formAt = (caseId: string | undefined) => `/admin/cases/${encodeURIComponent(caseId ?? "")}/export`;

/** The data as a file; what is wrong with the form is said on its page, where it is filled in anew. */
export async function exportSent(ctx: Ctx, args: ActionFunctionArgs, form: ExportForm): Promise<Response> {
  const asked = await exportAsked(ctx, args);
  if (!asked.ok) return redirect(formAt(args.params.caseId));
  const file = await exportFile(asked.value, { form, language: ctx.locale });
  return file.form === "pdf" ? pdfFile(file) : jsonFile(file);
}

/** A file's address, opened without its form. */
export async function toExportForm(ctx: Ctx, { params }: LoaderFunctionArgs): Promise<Response> {
  if (!(await caseToExport(ctx, params.caseId ?? ""))) throw notFound();
  return redirect(formAt(params.caseId));
}
