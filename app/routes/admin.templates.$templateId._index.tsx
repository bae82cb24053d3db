import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { titleMeta } from "#app/ui/title-meta.ts";
import { TemplatePage } from "#app/ui/wordings/template-page.tsx";
import { readTemplate } from "#app/use-cases/wordings/read-wordings.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.read");
  const template = await readTemplate(ctx, args.params.templateId ?? "");
  if (!template) throw notFound();
  return { title: pageTitle(ctx, "wording.template"), ...template };
}

export default function TemplateRoute() {
  return <TemplatePage {...useLoaderData<typeof loader>()} />;
}
