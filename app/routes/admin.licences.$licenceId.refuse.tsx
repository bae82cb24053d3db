import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ReasonPage } from "#app/ui/account/reason-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLicenceUnderReview } from "#app/use-cases/accounts/read-licence-queue.server.ts";
import { RefuseLicence, refuseLicence } from "#app/use-cases/accounts/refuse-licence.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "licence.review");
  const found = await readLicenceUnderReview(ctx, args.params.licenceId ?? "");
  if (!found) throw notFound();
  return { title: pageTitle(ctx, "review.refuse"), licence: found.licence, orgName: found.orgName };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "licence.review");
  const form = await parseForm(args.request, RefuseLicence, { licenceId: args.params.licenceId });
  if (!form.ok) return refuse(422, form.error);
  const done = await refuseLicence(ctx, form.value);
  if (done.ok) return goTo(ctx, "/admin/licences", { flash: { tone: "ok", key: "flash.licence_refused" } });
  switch (done.error.kind) {
    case "not-allowed":
    case "no-such-licence":
      throw notFound();
    case "wrong-status":
      return refuse(409, refusedAt("form", "error.licence_decided", form.values));
  }
}

export default function RefuseLicencePage() {
  const { licence, orgName } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ReasonPage decision="refuse" licence={licence} orgName={orgName} answer={answer} />;
}
