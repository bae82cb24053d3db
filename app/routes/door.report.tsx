import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reportBy, sayPage } from "#app/http/door-say.server.ts";
import { guard } from "#app/http/guard.ts";
import { SayPage } from "#app/ui/door/door-forms.tsx";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return sayPage(ctx, args.request, "report.title");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return reportBy(ctx, args.request);
}

export default function DoorReport() {
  const { language, key, advice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DoorShell language={language}>
      <SayPage kind="report" formKey={key} answer={answer} advice={advice} />
    </DoorShell>
  );
}
