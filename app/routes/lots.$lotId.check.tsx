import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lotFeeForm } from "#app/domain/portfolios/lot-terms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { lotBands, lotBidPage } from "#app/http/lot-bid-page.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { LotBidPage } from "#app/ui/lots/lot-bid-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { checkLotFee } from "#app/use-cases/lots/check-lot-fee.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  return lotBidPage(ctx, args.params);
}

/** Works the rates of a half-filled form through and hands the form back as it was; keeps nothing. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const bands = await lotBands(ctx, args.params);
  const form = await parseForm(args.request, lotFeeForm(bands.currency, bands));
  if (!form.ok) return data({ ...form.error, check: null, findings: [] }, 422);

  const checked = await checkLotFee(ctx, { lotId: bands.caseId, rates: form.value });
  if (!checked.ok) throw notFound();
  return data({ errors: {}, values: form.values, check: checked.value, findings: [] });
}

export default function CheckedLotBid() {
  return <LotBidPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
