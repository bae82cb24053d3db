import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { AccountPage } from "#app/ui/payments/account-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readAccount } from "#app/use-cases/payments/read-account.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "payment.account");
  const account = await readAccount(ctx);
  if (!account) throw notFound();
  return { title: pageTitle(ctx, "nav.payments"), account };
}

export default function PaymentsRoute() {
  return <AccountPage {...useLoaderData<typeof loader>().account} />;
}
