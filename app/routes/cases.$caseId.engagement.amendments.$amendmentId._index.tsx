import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { amendmentPage, signChange } from "#app/http/amendment-pages.server.ts";
import { guard } from "#app/http/guard.ts";
import { AmendmentPage } from "#app/ui/engagements/amendment-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  return amendmentPage(ctx, args.params);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  return signChange(ctx, args);
}

export default function AmendmentRoute() {
  return <AmendmentPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
