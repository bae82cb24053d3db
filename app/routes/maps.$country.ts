import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { regionMap } from "#app/http/region-maps.server.ts";

/** A country's outlines as one picture, each region by its code: pages use them and colour them themselves. */
export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "page.public");
  const map = regionMap(args.params.country ?? "");
  if (!map) throw notFound();
  const shapes = map.shapes.map(({ code, path }) => `<path id="${code}" d="${path}"/>`).join("");
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${map.viewBox}">${shapes}</svg>`;
  return new Response(body, {
    headers: { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" },
  });
}
