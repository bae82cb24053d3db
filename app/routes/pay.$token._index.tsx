import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { PayPage } from "#app/ui/payments/pay-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readPayPage } from "#app/use-cases/payments/read-pay-page.server.ts";

export const meta = titleMeta;
/** A debtor comes here to pay, and is offered nothing else. */
export const handle = { quiet: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const token = args.params.token ?? "";
  const payment = await readPayPage(ctx, token);
  const title = pageTitle(ctx, payment ? "pay.reference" : "pay.gone.title");
  const headers = { "cache-control": "no-store", "referrer-policy": "no-referrer" };
  return data({ title, payment, here: `/pay/${token}` }, { status: payment ? 200 : 410, headers });
}

export default function PayRoute() {
  const { payment, here } = useLoaderData<typeof loader>();
  return <PayPage payment={payment} here={here} />;
}
