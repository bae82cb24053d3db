import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ChangeSearchPage } from "#app/ui/tenders/change-search-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { changeSearch } from "#app/use-cases/market/change-search.server.ts";
import { readSearch } from "#app/use-cases/market/read-search.server.ts";
import { NamedSearch } from "#app/use-cases/market/save-search.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "search.save");
  const search = await readSearch(ctx, args.params.searchId ?? "");
  if (!search) throw notFound();
  return { title: pageTitle(ctx, "market.change"), search };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "search.save");
  const id = args.params.searchId ?? "";
  if (!(await readSearch(ctx, id))) throw notFound();
  const form = await parseForm(args.request, NamedSearch);
  if (!form.ok) return refuse(422, form.error);
  const done = await changeSearch(ctx, id, form.value);
  if (!done.ok) throw notFound();
  return goTo(ctx, "/rounds/saved", { flash: { tone: "ok", key: "flash.search_saved" } });
}

export default function ChangeSearch() {
  const { search } = useLoaderData<typeof loader>();
  return <ChangeSearchPage search={search} answer={useActionData<typeof action>()} />;
}
