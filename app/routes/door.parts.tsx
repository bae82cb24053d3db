import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reckonMeans } from "#app/http/door-means.server.ts";
import { sayPage } from "#app/http/door-say.server.ts";
import { guard } from "#app/http/guard.ts";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { PartsPage } from "#app/ui/door/parts-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;
export const handle = { still: true, door: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return sayPage(ctx, args.request, "parts.title");
}

/** Reckons what is possible, and keeps nothing of what it was reckoned from. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const reckoned = await reckonMeans(ctx, args.request);
  return reckoned.ok ? data({ reckoned: reckoned.value }) : data(reckoned.error, { status: 422 });
}

export default function DoorParts() {
  const { language, key, currency, advice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reckoned = answer && "reckoned" in answer ? answer.reckoned : undefined;
  return (
    <DoorShell language={language}>
      <PartsPage formKey={key} currency={currency} reckoned={reckoned} advice={advice} answer={answer} />
    </DoorShell>
  );
}
