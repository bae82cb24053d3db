import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { proposeBy } from "#app/http/door-means.server.ts";
import { sayPage } from "#app/http/door-say.server.ts";
import { guard } from "#app/http/guard.ts";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { ProposePage } from "#app/ui/door/parts-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return sayPage(ctx, args.request, "parts.title");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return proposeBy(ctx, args.request);
}

export default function DoorPropose() {
  const { language, key, currency, advice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DoorShell language={language}>
      <ProposePage formKey={key} currency={currency} advice={advice} answer={answer} />
    </DoorShell>
  );
}
