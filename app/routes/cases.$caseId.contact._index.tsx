import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { ContactPage } from "#app/ui/contact/contact-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { contactView } from "#app/use-cases/contact/contact-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "contact.read");
  const view = await contactView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "contact.title") };
}

export default function ContactRoute() {
  return <ContactPage view={useLoaderData<typeof loader>()} />;
}
