import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CheckText, textSteps } from "#app/domain/timeline/text-forms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { refuse } from "#app/http/respond.ts";
import { CheckTextPage } from "#app/ui/texts/check-text-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { checkText } from "#app/use-cases/texts/check-text.server.ts";
import { stepView } from "#app/use-cases/timeline/step-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const asked = new URL(args.request.url).searchParams.get("type");
  const type = textSteps.find((each) => each === asked) ?? null;
  const view = await stepView(ctx, args.params.caseId ?? "", type);
  if (!view) throw notFound();
  return { heading: view.heading, zone: view.zone, type, title: pageTitle(ctx, "texts.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const form = await parseForm(args.request, CheckText, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);
  const found = await checkText(ctx, form.value);
  if (!found) throw notFound();
  const { type, words } = form.value;
  return data({ errors: {}, values: form.values, checked: { type, words, ...found } });
}

export default function CheckTextRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <CheckTextPage
      {...view}
      answer={answer}
      checked={answer && "checked" in answer ? answer.checked : null}
    />
  );
}
