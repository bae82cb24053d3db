import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { CasePage } from "#app/ui/case/case-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { caseView } from "#app/use-cases/timeline/case-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.read");
  const { searchParams } = new URL(args.request.url);
  const [on, days, shown] = ["on", "days", "shown"].map((name) => searchParams.get(name));
  const view = await caseView(ctx, args.params.caseId ?? "", { on, days, shown });
  if (!view) throw notFound();
  const { whatIf, heading } = view;
  // Without scripts the slider sends a number of days; the address that can be kept has the date.
  if (days !== null && !whatIf.refused) throw redirect(`/cases/${heading.caseId}?on=${whatIf.on}`);
  const page = { ...view, title: pageTitle(ctx, "case.fact.code", { code: heading.code }) };
  return data(page, { status: whatIf.refused ? 422 : 200 });
}

export default function CaseRoute() {
  return <CasePage view={useLoaderData<typeof loader>()} />;
}
