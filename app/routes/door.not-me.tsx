import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayBy, sayPage } from "#app/http/door-say.server.ts";
import { guard } from "#app/http/guard.ts";
import { SayPage } from "#app/ui/door/door-forms.tsx";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return sayPage(ctx, args.request, "not_me.title");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return sayBy(ctx, args.request, "not_me");
}

export default function DoorNotMe() {
  const { language, key, advice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DoorShell language={language}>
      <SayPage kind="not_me" formKey={key} answer={answer} advice={advice} />
    </DoorShell>
  );
}
