import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ErasePage } from "#app/ui/cases/erase-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { DecideErasure, decideErasure } from "#app/use-cases/privacy/decide-erasure.server.ts";
import { erasureView } from "#app/use-cases/privacy/erasure-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "erasure.decide");
  const view = await erasureView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { view, title: pageTitle(ctx, "erasure.title", { code: view.code }) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "erasure.decide");
  const { caseId = "" } = args.params;
  if (!isId(caseId)) throw notFound();
  const form = await parseForm(args.request, DecideErasure, { caseId });
  if (!form.ok) return refuse(422, form.error);
  const decided = await decideErasure(ctx, form.value);
  if (decided.ok) {
    const key = form.value.answer === "erase" ? "erasure.done" : "erasure.refused";
    return goTo(ctx, `/admin/cases/${caseId}`, { flash: { tone: "ok", key } });
  }
  switch (decided.error.kind) {
    case "case-not-found":
      throw notFound();
    case "still-needed":
      return refuse(409, refusedAt("form", "refusal.still-needed", form.values));
    case "nothing-against":
      return refuse(409, refusedAt("form", "refusal.nothing-against", form.values));
  }
}

export default function EraseRoute() {
  const { view } = useLoaderData<typeof loader>();
  return <ErasePage view={view} answer={useActionData<typeof action>()} />;
}
