import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Typed } from "#app/domain/contact/forms.ts";
import { guard } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { refuse } from "#app/http/respond.ts";
import { writePage } from "#app/http/write-page.server.ts";
import { WritePage } from "#app/ui/contact/write-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "contact.write");
  return writePage(ctx, args, {});
}

/** Shows the letter as it would go out; nothing is kept and nothing is sent. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "contact.write");
  const form = await parseForm(args.request, Typed);
  if (!form.ok) {
    await writePage(ctx, args, {});
    return refuse(422, form.error);
  }
  return data({ errors: {}, values: form.values, shown: await writePage(ctx, args, form.value) });
}

export default function WriteRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown = answer && "shown" in answer ? answer.shown : null;
  return <WritePage view={shown ?? view} answer={answer} typed={shown && answer ? answer.values : null} />;
}
