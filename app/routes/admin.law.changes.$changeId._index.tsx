import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { ChangePage } from "#app/ui/law/change-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLawChange } from "#app/use-cases/law/read-law-changes.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.read");
  const change = await readLawChange(ctx, args.params.changeId ?? "");
  if (!change) throw notFound();
  return { title: pageTitle(ctx, "law_admin.change"), ...change };
}

export default function ChangeRoute() {
  return <ChangePage {...useLoaderData<typeof loader>()} />;
}
