import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { titleMeta } from "#app/ui/title-meta.ts";
import { WordingPage } from "#app/ui/wordings/wording-page.tsx";
import { ProposeWording, proposeWording } from "#app/use-cases/wordings/propose-wording.server.ts";
import { readTemplate } from "#app/use-cases/wordings/read-wordings.server.ts";
import { wordingPath } from "#app/use-cases/wordings/standing-template.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.propose");
  const template = await readTemplate(ctx, args.params.templateId ?? "");
  if (!template) throw notFound();
  return { title: pageTitle(ctx, "wording.propose"), template };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "law.propose");
  const form = await parseForm(args.request, ProposeWording, { templateId: args.params.templateId });
  if (!form.ok) return refuse(422, form.error);
  const done = await proposeWording(ctx, form.value);
  if (done.ok)
    return goTo(ctx, wordingPath(form.value.templateId), {
      flash: { tone: "ok", key: "flash.wording_proposed" },
    });
  switch (done.error.kind) {
    case "not-allowed":
    case "no-such-template":
      throw notFound();
    case "overtaken":
      return refuse(409, refusedAt("form", "error.wording.overtaken", form.values));
    case "flaw":
      return refuse(422, refusedAt(done.error.flaw.field, done.error.flaw.message, form.values));
  }
}

export default function WordingRoute() {
  return <WordingPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
