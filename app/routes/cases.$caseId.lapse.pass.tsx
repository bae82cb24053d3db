import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { LapsePage } from "#app/ui/engagements/lapse-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLapse } from "#app/use-cases/engagements/lapse-plan.server.ts";
import { PassWithinFirm, passWithinFirm } from "#app/use-cases/engagements/pass-within-firm.server.ts";

export const meta = titleMeta;

/** The page again with what is wrong, and by itself where somebody comes back to its address. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "mandate.end");
  const view = await readLapse(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const { heading, place, plan } = view;
  const title = plan
    ? pageTitle(ctx, "lapse.title", { firm: plan.firm, case: heading.code })
    : pageTitle(ctx, "lapse.none_title");
  return { title, heading, place, plan };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "mandate.end");
  const caseId = args.params.caseId ?? "";
  const form = await parseForm(args.request, PassWithinFirm, { caseId });
  if (!(await readLapse(ctx, caseId))) throw notFound();
  if (!form.ok) return refuse(422, form.error);
  const done = await passWithinFirm(ctx, form.value);
  if (done.ok) return goTo(ctx, `/cases/${caseId}`, { flash: { tone: "ok", key: "lapse.decided_flash" } });
  switch (done.error.kind) {
    case "case-not-found":
      throw notFound();
    case "no-plan":
      return refuse(409, refusedAt("form", "lapse.refusal.no-plan", form.values));
    case "no-such-licence":
      return refuse(422, refusedAt("licenceId", "lapse.refusal.no-such-licence", form.values));
    case "not-lawful":
      return refuse(409, refusedAt("form", "retender.refusal.not-lawful", form.values));
  }
}

export default function PassRoute() {
  return (
    <LapsePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} of="pass" />
  );
}
