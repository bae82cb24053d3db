import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { refuseProposal } from "#app/http/law-refusals.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { SeriesPage } from "#app/ui/law/series-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { ProposeSeries, proposeSeries } from "#app/use-cases/law/propose-series.server.ts";
import { readLawSeries } from "#app/use-cases/law/read-law-series.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.read");
  const series = await readLawSeries(ctx, args.params.seriesId ?? "");
  if (!series) throw notFound();
  return { title: pageTitle(ctx, "law_admin.series"), ...series };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "law.propose");
  const form = await parseForm(args.request, ProposeSeries, { seriesId: args.params.seriesId });
  if (!form.ok) return refuse(422, form.error);
  const done = await proposeSeries(ctx, form.value);
  if (!done.ok) return refuseProposal(done.error, form.values);
  return goTo(ctx, `/admin/law/changes/${done.value.changeId}`, {
    flash: { tone: "ok", key: "flash.law_proposed" },
  });
}

export default function SeriesRoute() {
  return <SeriesPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
