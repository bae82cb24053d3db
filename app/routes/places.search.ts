import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard.ts";
import { foundPlaces } from "#app/http/place-view.ts";
import { isLocale } from "#app/messages/locale.ts";

/** Places by name as they are typed: the register is public, so is this. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const { searchParams } = new URL(args.request.url);
  const query = (searchParams.get("q") ?? "").slice(0, 80);
  const lang = searchParams.get("lang");
  const found = foundPlaces(query, isLocale(lang) ? lang : ctx.locale);
  return data({ query, found }, { headers: { "cache-control": "private, max-age=300" } });
}
