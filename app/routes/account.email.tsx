import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, tooMany } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import {
  RequestEmailChange,
  requestEmailChange,
} from "#app/use-cases/accounts/request-email-change.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  return { title: pageTitle(ctx, "change_email.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const form = await parseForm(args.request, RequestEmailChange);
  if (!form.ok) return refuse(422, form.error);
  const done = await requestEmailChange(ctx, form.value);
  if (done.ok) return goTo(ctx, "/account", { flash: { tone: "info", key: "flash.email_change_sent" } });
  switch (done.error.kind) {
    case "too-many":
      return tooMany(done.error, form.values);
    case "not-allowed":
      throw notFound();
    case "same-address":
      return refuse(422, refusedAt("email", "error.email_same", form.values));
    case "password-wrong":
      return refuse(422, refusedAt("password", "error.password_wrong", form.values));
  }
}

export default function ChangeEmailPage() {
  const answer = useActionData<typeof action>();
  const t = useT();
  const back = { to: "/account", label: t("nav.account") };
  return (
    <FormPage title={t("change_email.title")} lead={t("change_email.lead")} back={back}>
      <ActionForm answer={answer}>
        <TextField name="email" type="email" label={t("change_email.new")} autoComplete="email" />
        <PasswordField
          name="password"
          label={t("account.present_password")}
          autoComplete="current-password"
        />
        <Button tone="primary">{t("change_email.submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}
