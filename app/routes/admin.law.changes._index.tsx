import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { changeStatuses } from "#app/domain/law/book/changes.ts";
import { parsePageKey } from "#app/domain/page-key.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { ChangesPage } from "#app/ui/law/changes-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLawChanges } from "#app/use-cases/law/read-law-changes.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.read");
  const query = new URL(args.request.url).searchParams;
  const status = changeStatuses.find((each) => each === query.get("status")) ?? "proposed";
  const page = await readLawChanges(ctx, { status, after: parsePageKey(query.get("after")) });
  if (!page) throw notFound();
  return { title: pageTitle(ctx, "law_admin.changes"), ...page, status };
}

export default function ChangesRoute() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />;
}
