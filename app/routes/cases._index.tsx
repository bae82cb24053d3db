import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isCollector } from "#app/domain/accounts/actor.ts";
import { isCaseTab } from "#app/domain/cases/tabs.ts";
import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { guard } from "#app/http/guard.ts";
import { nextPage, pageKeyOf } from "#app/http/page-key.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { CaseListPage } from "#app/ui/cases/case-list-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { listCases } from "#app/use-cases/cases/list-cases.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.list");
  const asked = new URL(args.request.url).searchParams.get("tab");
  const tab = isCaseTab(asked) ? asked : "needs-you";
  const after = pageKeyOf(args.request);
  const [list, zone] = await Promise.all([listCases(ctx, { tab, after }), readerZone(args)]);
  const named = (code: string) => {
    const place = placeOf(code);
    return place ? nameOf(place, ctx.locale) : code;
  };
  return {
    title: pageTitle(ctx, "nav.cases"),
    tab,
    zone,
    collector: isCollector(ctx.actor.role),
    counts: list.counts,
    drafts: list.drafts,
    cases: list.cases.map((row) => ({ ...row, place: named(row.placeCode) })),
    next: nextPage(args.request, list.next),
    first: after ? `/cases?tab=${tab}` : null,
  };
}

export default function CasesRoute() {
  return <CaseListPage {...useLoaderData<typeof loader>()} />;
}
