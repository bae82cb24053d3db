import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { actOnPass, lapsePage } from "#app/http/lapse-page.server.ts";
import { LapsePage } from "#app/ui/engagements/lapse-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;

/** The page again with what is wrong, and by itself where somebody comes back to its address. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "mandate.end");
  return lapsePage(ctx, args.params);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "mandate.end");
  return actOnPass(ctx, args);
}

export default function PassRoute() {
  return (
    <LapsePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} of="pass" />
  );
}
