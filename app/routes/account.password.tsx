import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, sessionHash, tooMany } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { ChangePassword, changePassword } from "#app/use-cases/accounts/change-password.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  return { title: pageTitle(ctx, "change_password.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const form = await parseForm(args.request, ChangePassword, { session: sessionHash(args) });
  if (!form.ok) return refuse(422, form.error);
  const done = await changePassword(ctx, form.value);
  if (done.ok) return goTo(ctx, "/account", { flash: { tone: "ok", key: "flash.password_changed" } });
  switch (done.error.kind) {
    case "too-many":
      return tooMany(done.error);
    case "not-allowed":
      throw notFound();
    case "password-wrong":
      return refuse(422, refusedAt("password", "error.password_wrong"));
  }
}

export default function ChangePasswordPage() {
  const answer = useActionData<typeof action>();
  const t = useT();
  const back = { to: "/account", label: t("nav.account") };
  return (
    <FormPage title={t("change_password.title")} lead={t("change_password.lead")} back={back}>
      <ActionForm answer={answer}>
        <PasswordField
          name="password"
          label={t("account.present_password")}
          autoComplete="current-password"
        />
        <PasswordField
          name="newPassword"
          label={t("account.new_password")}
          hint={t("account.password_hint")}
          autoComplete="new-password"
        />
        <Button tone="primary">{t("change_password.submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}
