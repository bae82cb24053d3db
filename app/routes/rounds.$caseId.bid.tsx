import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bidForm } from "#app/domain/tenders/terms.ts";
import { bidPage } from "#app/http/bid-page.server.ts";
import { flashCookie } from "#app/http/flash.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { BidPage } from "#app/ui/tenders/bid-page.tsx";
import { placeBid } from "#app/use-cases/tenders/place-bid.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const page = await bidPage(ctx, args.params);
  if (!page.open) throw redirect(`/rounds/${page.brief.caseId}`);
  return page;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const { brief, currency } = await bidPage(ctx, args.params);
  const form = await parseForm(args.request, bidForm(currency));
  if (!form.ok) return data({ ...form.error, check: null, findings: [] }, 422);

  const placed = await placeBid(ctx, { caseId: brief.caseId, terms: form.value });
  if (placed.ok) {
    const key = placed.value.revised ? "bid.revised_flash" : "bid.placed_flash";
    const flash = flashCookie({ tone: "ok", key }, ctx.publicUrl);
    return redirect(`/rounds/${brief.caseId}`, { headers: { "set-cookie": flash } });
  }
  const refused = (field: string, status: number) =>
    data(
      {
        ...refusedAt(field, `tender.refusal.${placed.error.kind}`, form.values),
        check: placed.error.kind === "over-cap" ? placed.error.check : null,
        findings: placed.error.kind === "not-capable" ? placed.error.decision.findings : [],
      },
      status,
    );
  switch (placed.error.kind) {
    case "round-not-found":
      throw notFound();
    case "round-closed":
    case "conflict":
    case "at-capacity":
      return refused("form", 409);
    case "not-capable":
      return refused("form", 403);
    case "model-not-accepted":
      return refused("model", 422);
    case "over-cap":
      return refused(form.value.model === "success" ? "successPercent" : "fixedFee", 422);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Rung` }];

export default function Bid() {
  return <BidPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
