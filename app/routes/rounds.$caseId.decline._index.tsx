import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { DeclinePage } from "#app/ui/tenders/decline-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { DeclineRound, declineRound } from "#app/use-cases/tenders/decline-round.server.ts";
import { readRound } from "#app/use-cases/tenders/read-round.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const view = await readRound(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const { brief, round } = view;
  if (!round.open) throw redirect(`/rounds/${brief.caseId}`);
  return { caseId: brief.caseId, code: brief.code, title: pageTitle(ctx, "round.decline") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  if (!(await readRound(ctx, args.params.caseId ?? ""))) throw notFound();
  const form = await parseForm(args.request, DeclineRound, { caseId: args.params.caseId });
  if (!form.ok) return data(form.error, 422);

  const declined = await declineRound(ctx, form.value);
  if (declined.ok) {
    const flash = { tone: "info", key: "round.declined_flash" } as const;
    return goTo(ctx, `/rounds/${form.value.caseId}`, { flash });
  }
  switch (declined.error.kind) {
    case "round-not-found":
      throw notFound();
    case "round-closed":
    case "bid-stands":
      return data(refusedAt("form", `tender.refusal.${declined.error.kind}`, form.values), 409);
  }
}

export default function Decline() {
  return <DeclinePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
