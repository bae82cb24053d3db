import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { CasePage } from "#app/ui/case/case-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { caseView } from "#app/use-cases/timeline/case-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.read");
  const on = new URL(args.request.url).searchParams.get("on");
  const view = await caseView(
    ctx,
    args.params.caseId ?? "",
    on && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : null,
  );
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "case.fact.code", { code: view.heading.code }) };
}

export default function CaseRoute() {
  return <CasePage view={useLoaderData<typeof loader>()} />;
}
