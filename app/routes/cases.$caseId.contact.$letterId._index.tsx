import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { MessagePage } from "#app/ui/contact/message-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { messageView } from "#app/use-cases/contact/contact-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "contact.read");
  const { caseId = "", letterId = "" } = args.params;
  const view = await messageView(ctx, { caseId, id: letterId });
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "contact.title") };
}

export default function MessageRoute() {
  return <MessagePage view={useLoaderData<typeof loader>()} />;
}
