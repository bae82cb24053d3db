import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { nextPage, pageKeyOf } from "#app/http/page-key.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { MoneyCharts } from "#app/ui/papers/money-charts.tsx";
import { PapersCard } from "#app/ui/papers/papers-list.tsx";
import { AccountPage } from "#app/ui/payments/account-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { listPapers } from "#app/use-cases/list-papers.server.ts";
import { readCharts } from "#app/use-cases/papers/read-charts.server.ts";
import { readBilling } from "#app/use-cases/papers/read-papers.server.ts";
import { readAccount } from "#app/use-cases/payments/read-account.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "payment.account");
  const account = await readAccount(ctx);
  if (!account) throw notFound();
  const [{ papers, next }, billing, charts] = await Promise.all([
    listPapers(ctx, { after: pageKeyOf(args.request) }),
    readBilling(ctx),
    readCharts(ctx),
  ]);
  const list = { papers, billing, next: nextPage(args.request, next) };
  return { title: pageTitle(ctx, "nav.payments"), account, list, charts };
}

export default function PaymentsRoute() {
  const { account, list, charts } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <AccountPage {...account} />
      <MoneyCharts charts={charts} />
      <PapersCard {...list} />
    </div>
  );
}
