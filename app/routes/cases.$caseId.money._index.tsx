import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { MoneyPage } from "#app/ui/money/money-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "money.read");
  const account = new URL(args.request.url).searchParams.get("account");
  const view = await readMoney(ctx, args.params.caseId ?? "", account);
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "case.tab.money") };
}

export default function CaseMoney() {
  return <MoneyPage view={useLoaderData<typeof loader>()} />;
}
