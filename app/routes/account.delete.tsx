import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { endedSession, goTo, refuse, tooMany } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { DeleteAccount, deleteAccount } from "#app/use-cases/accounts/delete-account.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  return { title: pageTitle(ctx, "delete_account.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const form = await parseForm(args.request, DeleteAccount);
  if (!form.ok) return refuse(422, form.error);
  const done = await deleteAccount(ctx, form.value);
  if (done.ok) {
    const flash = { tone: "ok", key: "flash.account_deleted" } as const;
    return goTo(ctx, "/", { cookies: [endedSession(ctx)], flash });
  }
  switch (done.error.kind) {
    case "too-many":
      return tooMany(done.error);
    case "not-allowed":
      throw notFound();
    case "password-wrong":
      return refuse(422, refusedAt("password", "error.password_wrong"));
    case "last-owner":
      return refuse(409, refusedAt("form", "error.last_owner"));
    case "open-cases":
      return refuse(409, refusedAt("form", "error.open_cases"));
  }
}

export default function DeleteAccountPage() {
  const answer = useActionData<typeof action>();
  const t = useT();
  const back = { to: "/account", label: t("nav.account") };
  return (
    <FormPage title={t("delete_account.title")} back={back}>
      <Notice tone="wait" title={t("delete_account.what_title")}>
        <p>{t("delete_account.what_text")}</p>
      </Notice>
      <ActionForm answer={answer} reloadDocument>
        <PasswordField
          name="password"
          label={t("account.present_password")}
          autoComplete="current-password"
        />
        <Checkbox name="confirm" label={t("delete_account.confirm")} optional={false} />
        <div className="form-acts">
          <Button tone="danger">{t("delete_account.submit")}</Button>
          <LinkButton to="/account">{t("form.cancel")}</LinkButton>
        </div>
      </ActionForm>
    </FormPage>
  );
}
