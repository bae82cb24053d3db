import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formFilePage } from "#app/http/form-file-page.server.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { refusedUpload } from "#app/http/refused-upload.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { titleMeta } from "#app/ui/title-meta.ts";
import { FormFilePage } from "#app/ui/wordings/form-file-page.tsx";
import { formPath } from "#app/use-cases/prescribed-forms/form-paths.ts";
import {
  ProposeFormFile,
  proposeFormFile,
} from "#app/use-cases/prescribed-forms/propose-form-file.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.read");
  return formFilePage(ctx, args.params.form);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "law.propose");
  const form = await parseForm(args.request, ProposeFormFile, { form: args.params.form });
  if (!form.ok) return refuse(422, form.error);
  const done = await proposeFormFile(ctx, form.value);
  if (done.ok)
    return goTo(ctx, formPath(form.value.form), { flash: { tone: "ok", key: "flash.form_file_proposed" } });
  switch (done.error.kind) {
    case "not-allowed":
      throw notFound();
    case "unprintable":
      return refuse(422, refusedAt("file", "error.form_file.unprintable", form.values));
    case "overtaken":
      return refuse(409, refusedAt("form", "error.form_file.overtaken", form.values));
    default:
      return refusedUpload(done.error, form.values);
  }
}

export default function FormFileRoute() {
  return <FormFilePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
