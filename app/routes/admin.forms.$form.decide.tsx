import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formFilePage } from "#app/http/form-file-page.server.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { titleMeta } from "#app/ui/title-meta.ts";
import { FormFilePage } from "#app/ui/wordings/form-file-page.tsx";
import { DecideFormFile, settleFormFile } from "#app/use-cases/prescribed-forms/decide-form-file.server.ts";
import { formPath } from "#app/use-cases/prescribed-forms/form-paths.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.decide");
  return formFilePage(ctx, args.params.form);
}

const said = {
  gone: "error.form_file.gone",
  "own-proposal": "error.form_file.own",
  "not-yours": "error.wording.not_yours",
} as const;

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "law.decide");
  const form = await parseForm(args.request, DecideFormFile, { form: args.params.form });
  if (!form.ok) return refuse(422, form.error);
  const done = await settleFormFile(ctx, form.value);
  if (done.ok)
    return goTo(ctx, formPath(form.value.form), {
      flash: { tone: "ok", key: `flash.form_file_${form.value.verdict}` },
    });
  if (done.error.kind === "not-allowed") throw notFound();
  return refuse(409, refusedAt("form", said[done.error.kind], form.values));
}

export default function DecideFormFileRoute() {
  return <FormFilePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
