import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { proposalPage, propose } from "#app/http/amendment-pages.server.ts";
import { guard } from "#app/http/guard.ts";
import { AmendmentForm } from "#app/ui/engagements/amendment-form.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  return proposalPage(ctx, args.params);
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  return propose(ctx, args);
}

export default function ProposeLotAmendmentPage() {
  return <AmendmentForm view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
