import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { MorePage } from "#app/ui/more-page.tsx";
import { everythingFor } from "#app/ui/navigation.ts";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;

/** Everything a role can go to, for whoever sees no more than a phone's bar. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.home");
  const { role } = ctx.actor;
  return { title: pageTitle(ctx, "nav.more_title"), ...everythingFor(role, ctx.mode === "demo") };
}

export default function More() {
  const { work, own } = useLoaderData<typeof loader>();
  return <MorePage work={work} own={own} />;
}
