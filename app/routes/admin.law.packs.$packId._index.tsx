import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { PackPage } from "#app/ui/law/pack-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readPackRows } from "#app/use-cases/law/read-law-rows.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.read");
  const query = new URL(args.request.url).searchParams;
  const find = (query.get("find") ?? "").slice(0, 100);
  const found = await readPackRows(ctx, args.params.packId ?? "", { find, after: query.get("after") ?? "" });
  if (!found) throw notFound();
  return { title: pageTitle(ctx, "law_admin.rows"), ...found, find };
}

export default function PackRoute() {
  return <PackPage {...useLoaderData<typeof loader>()} />;
}
