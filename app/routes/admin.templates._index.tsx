import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { titleMeta } from "#app/ui/title-meta.ts";
import { TemplatesPage } from "#app/ui/wordings/templates-page.tsx";
import { readForms } from "#app/use-cases/prescribed-forms/read-forms.server.ts";
import { readTemplates } from "#app/use-cases/wordings/read-wordings.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.read");
  const [templates, forms] = await Promise.all([readTemplates(ctx), readForms(ctx)]);
  if (!templates || !forms) throw notFound();
  return { title: pageTitle(ctx, "wording.title"), templates, forms };
}

export default function TemplatesRoute() {
  return <TemplatesPage {...useLoaderData<typeof loader>()} />;
}
