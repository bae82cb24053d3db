import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { licenceKindsFor } from "#app/domain/accounts/licences.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { refuseFiling } from "#app/http/licence-refusals.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { territoryChoices } from "#app/http/place-choices.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { licenceFields } from "#app/ui/account/licence-fields.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { SubmitLicence, submitLicence } from "#app/use-cases/accounts/submit-licence.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "licence.submit");
  const kinds = licenceKindsFor(ctx.actor.role);
  const territories = territoryChoices(kinds, ctx.locale);
  return { title: pageTitle(ctx, "licences.add"), kinds, territories, role: ctx.actor.role };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "licence.submit");
  const form = await parseForm(args.request, SubmitLicence);
  if (!form.ok) return refuse(422, form.error);
  const done = await submitLicence(ctx, form.value);
  if (done.ok) {
    const flash = { tone: "ok", key: "flash.licence_submitted" } as const;
    return goTo(ctx, `/licences/${done.value.licenceId}`, { flash });
  }
  if (done.error.kind === "not-allowed") throw notFound();
  return refuseFiling(done.error, form.values);
}

export default function NewLicencePage() {
  const { kinds, territories, role } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const back = { to: "/licences", label: t("nav.licences") };
  const lead = t(role === "agency" ? "licences.add_lead_agency" : "licences.add_lead");
  return (
    <FormPage title={t("licences.add")} lead={lead} back={back}>
      <ActionForm answer={answer} multipart>
        {licenceFields(t, { kinds, territories })}
        <Button tone="primary" wide>
          {t("licences.submit")}
        </Button>
      </ActionForm>
    </FormPage>
  );
}
