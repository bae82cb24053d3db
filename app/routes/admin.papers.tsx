import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { nextPage, pageKeyOf } from "#app/http/page-key.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { PlatformPapersPage } from "#app/ui/papers/papers-list.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { listPapers } from "#app/use-cases/list-papers.server.ts";
import { readBilling } from "#app/use-cases/papers/read-papers.server.ts";

export const meta = titleMeta;

/** The platform's own papers. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "paper.review");
  const [{ papers, next }, billing] = await Promise.all([
    listPapers(ctx, { after: pageKeyOf(args.request) }),
    readBilling(ctx),
  ]);
  return { papers, billing, next: nextPage(args.request, next), title: pageTitle(ctx, "nav.papers") };
}

export default function PlatformPapersRoute() {
  return <PlatformPapersPage {...useLoaderData<typeof loader>()} />;
}
