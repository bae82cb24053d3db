import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { titleMeta } from "#app/ui/title-meta.ts";
import { DecidePage } from "#app/ui/wordings/decide-page.tsx";
import { DecideWording, settleWording } from "#app/use-cases/wordings/decide-wording.server.ts";
import { readTemplate } from "#app/use-cases/wordings/read-wordings.server.ts";
import { wordingPath } from "#app/use-cases/wordings/standing-template.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.decide");
  const template = await readTemplate(ctx, args.params.templateId ?? "");
  if (!template) throw notFound();
  const { id, waiting } = template;
  if (!waiting) throw redirect(wordingPath(id));
  return { title: pageTitle(ctx, "wording.decide"), templateId: id, waiting };
}

const said = {
  gone: "error.wording.gone",
  "own-proposal": "error.wording.own",
  "not-yours": "error.wording.not_yours",
  overtaken: "error.wording.overtaken",
} as const;

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "law.decide");
  const form = await parseForm(args.request, DecideWording, { templateId: args.params.templateId });
  if (!form.ok) return refuse(422, form.error);
  const done = await settleWording(ctx, form.value);
  if (done.ok)
    return goTo(ctx, wordingPath(form.value.templateId), {
      flash: { tone: "ok", key: `flash.wording_${form.value.verdict}` },
    });
  if (done.error.kind === "not-allowed") throw notFound();
  return refuse(409, refusedAt("form", said[done.error.kind], form.values));
}

export default function DecideRoute() {
  return <DecidePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
