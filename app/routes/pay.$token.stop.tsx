import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { goTo } from "#app/http/respond.ts";
import { LinkOver } from "#app/ui/account/link-over.tsx";
import { StopMethodPage } from "#app/ui/plans/stop-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readPayPage } from "#app/use-cases/payments/read-pay-page.server.ts";
import { cancelMethod } from "#app/use-cases/plans/cancel-method.server.ts";

export const meta = titleMeta;
export const handle = { quiet: true };

const pageOf = ({ params }: Pick<LoaderFunctionArgs, "params">) =>
  `/pay/${encodeURIComponent(params.token ?? "")}`;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const payment = await readPayPage(ctx, args.params.token ?? "");
  const headers = { "cache-control": "no-store", "referrer-policy": "no-referrer" };
  if (!payment) {
    return data({ title: pageTitle(ctx, "link_over.title"), shown: null }, { headers, status: 410 });
  }
  if (!payment.plan) throw redirect(pageOf(args));
  const shown = { here: pageOf(args), isOpen: payment.plan.method !== null };
  return data({ title: pageTitle(ctx, "plan.pay.stop"), shown }, { headers });
}

/** The debtor takes back the saved way of paying. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const done = await cancelMethod(ctx, args.params.token ?? "");
  if (!done.ok) return redirect(pageOf(args));
  return goTo(ctx, pageOf(args), { flash: { tone: "ok", key: "plan.pay.stopped_flash" } });
}

export default function StopMethodRoute() {
  const { shown } = useLoaderData<typeof loader>();
  return shown ? <StopMethodPage {...shown} /> : <LinkOver>{null}</LinkOver>;
}
