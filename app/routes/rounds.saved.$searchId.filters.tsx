import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { filterOf, openedQueryOf, queryOf } from "#app/domain/market/asked-filter.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { saveOver } from "#app/use-cases/market/change-search.server.ts";
import { SearchFilters } from "#app/use-cases/market/save-search.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "search.save");
  throw redirect("/rounds/saved");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "search.save");
  const form = await parseForm(args.request, SearchFilters);
  if (!form.ok) return refuse(422, form.error);
  const saved = args.params.searchId ?? "";
  const asked = { ...filterOf(new URLSearchParams(form.value.query)), saved };
  const done = await saveOver(ctx, saved, { query: queryOf(asked) });
  if (!done.ok) throw notFound();
  const flash = { tone: "ok", key: "flash.search_saved" } as const;
  return goTo(ctx, `/rounds?${openedQueryOf(asked)}`, { flash });
}
