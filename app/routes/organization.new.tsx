import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { seatChoices } from "#app/http/place-choices.ts";
import { refuse, sessionHash } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { organizationFields, organizationKindField } from "#app/ui/account/organization-fields.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { FoundOrganization, foundOrganization } from "#app/use-cases/accounts/found-organization.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  if (ctx.actor.role !== "guest") throw redirect("/organization");
  return { title: pageTitle(ctx, "found.title"), seats: seatChoices(ctx.locale) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const form = await parseForm(args.request, FoundOrganization, { session: sessionHash(args) });
  if (!form.ok) return refuse(422, form.error);
  const done = await foundOrganization(ctx, form.value);
  if (!done.ok) throw notFound();
  return redirect("/home");
}

export default function NewOrganizationPage() {
  const { seats } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <FormPage title={t("found.title")} lead={t("found.lead")}>
      <ActionForm answer={answer} reloadDocument>
        {organizationKindField(t)}
        {organizationFields(t, seats)}
        <Button tone="primary">{t("found.submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}
