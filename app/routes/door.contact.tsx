import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sayBy, sayPage } from "#app/http/door-say.server.ts";
import { guard } from "#app/http/guard.ts";
import { DoorContactPage } from "#app/ui/door/contact-page.tsx";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return sayPage(ctx, args.request, "reach.title");
}

/** Names who acts for the debtor; the other two buttons have addresses of their own. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return sayBy(ctx, args.request, "represented");
}

export default function DoorContact() {
  const { language, key, advice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DoorShell language={language}>
      <DoorContactPage formKey={key} advice={advice} answer={answer} />
    </DoorShell>
  );
}
