import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { feeForm } from "#app/domain/tenders/terms.ts";
import { bidPage } from "#app/http/bid-page.server.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { BidPage } from "#app/ui/tenders/bid-page.tsx";
import { checkFee } from "#app/use-cases/tenders/check-fee.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  return bidPage(ctx, args.params);
}

/** Works the fee of a half-filled form through and hands the form back as it was; keeps nothing. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const { currency, brief } = await bidPage(ctx, args.params);
  const form = await parseForm(args.request, feeForm(currency));
  if (!form.ok) return data({ ...form.error, check: null, findings: [] }, 422);

  const checked = await checkFee(ctx, { caseId: brief.caseId, terms: form.value });
  if (!checked.ok) throw notFound();
  return data({ errors: {}, values: form.values, check: checked.value, findings: [] });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Rung` }];

export default function CheckedBid() {
  return <BidPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
