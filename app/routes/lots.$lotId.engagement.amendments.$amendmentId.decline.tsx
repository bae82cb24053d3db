import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { declineChange, declinePage } from "#app/http/amendment-pages.server.ts";
import { guard } from "#app/http/guard.ts";
import { DeclineAmendmentPage } from "#app/ui/engagements/decline-amendment-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;

/** The button stands on the amendment's own page; here it is by itself, for who comes back to its address. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  return declinePage(ctx, args.params);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  return declineChange(ctx, args);
}

export default function DeclineLotAmendmentRoute() {
  return (
    <DeclineAmendmentPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  );
}
