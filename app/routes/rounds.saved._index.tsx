import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { filterOf, queryOf } from "#app/domain/market/asked-filter.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { SavedSearchesPage } from "#app/ui/tenders/saved-searches-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { listSearches } from "#app/use-cases/market/list-searches.server.ts";
import { SaveSearch, saveSearch } from "#app/use-cases/market/save-search.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "search.save");
  return { title: pageTitle(ctx, "market.saved"), searches: await listSearches(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "search.save");
  const form = await parseForm(args.request, SaveSearch);
  if (!form.ok) return refuse(422, form.error);
  const query = queryOf(filterOf(new URLSearchParams(form.value.query)));
  const done = await saveSearch(ctx, { ...form.value, query });
  if (done.ok) return goTo(ctx, "/rounds/saved", { flash: { tone: "ok", key: "flash.search_saved" } });
  switch (done.error.kind) {
    case "not-allowed":
      throw notFound();
    case "too-many":
      return refuse(409, refusedAt("name", "error.too_many_searches", form.values));
  }
}

export default function SavedSearches() {
  const { searches } = useLoaderData<typeof loader>();
  return <SavedSearchesPage searches={searches} answer={useActionData<typeof action>()} />;
}
