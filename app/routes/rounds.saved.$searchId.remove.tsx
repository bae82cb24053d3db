import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { goTo } from "#app/http/respond.ts";
import { removeSearch } from "#app/use-cases/market/remove-search.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "search.save");
  throw redirect("/rounds/saved");
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "search.save");
  const done = await removeSearch(ctx, args.params.searchId ?? "");
  if (!done.ok) throw notFound();
  return goTo(ctx, "/rounds/saved", { flash: { tone: "ok", key: "flash.search_removed" } });
}
