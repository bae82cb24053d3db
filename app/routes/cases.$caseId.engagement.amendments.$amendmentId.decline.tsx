import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { DeclineAmendment, declineAmendment } from "#app/use-cases/engagements/decline-amendment.server.ts";
import { readAmendment } from "#app/use-cases/engagements/read-amendment.server.ts";

export const meta = titleMeta;

/** The button stands on the amendment's own page; here it is by itself, for who comes back to its address. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  const { caseId = "", amendmentId = "" } = args.params;
  if (!(await readAmendment(ctx, caseId, amendmentId))) throw notFound();
  return { title: pageTitle(ctx, "amendment.decline") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  const { caseId, amendmentId } = args.params;
  const form = await parseForm(args.request, DeclineAmendment, { caseId, amendmentId });
  if (!form.ok || !(await readAmendment(ctx, caseId ?? "", amendmentId ?? ""))) throw notFound();
  const done = await declineAmendment(ctx, form.value);
  if (done.ok) {
    const flash = { tone: "ok", key: "amendment.declined_flash" } as const;
    return goTo(ctx, `/cases/${caseId}/engagement`, { flash });
  }
  switch (done.error.kind) {
    case "case-not-found":
      throw notFound();
    case "nothing-to-decline":
      return refuse(409, refusedAt("form", "tender.refusal.nothing-to-sign"));
  }
}

export default function DeclineAmendmentPage() {
  const t = useT();
  const { caseId } = useParams();
  const back = { to: `/cases/${caseId}/engagement`, label: t("engagement.paper") };
  return (
    <FormPage title={t("amendment.decline")} lead={t("amendment.decline_text")} back={back}>
      <ActionForm answer={useActionData<typeof action>()}>
        <Button tone="danger">{t("amendment.decline")}</Button>
      </ActionForm>
    </FormPage>
  );
}
