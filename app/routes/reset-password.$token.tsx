import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { endedSession, goTo, knockOf, refuse, tooMany } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { LinkOver } from "#app/ui/account/link-over.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import {
  passwordResettable,
  ResetPassword,
  resetPassword,
} from "#app/use-cases/accounts/reset-password.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const open = await passwordResettable(ctx, args.params.token ?? "");
  const title = pageTitle(ctx, open ? "reset.title" : "link_over.title");
  return data({ title, open }, { status: open ? 200 : 410 });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const form = await parseForm(args.request, ResetPassword, { ...knockOf(args), token: args.params.token });
  if (!form.ok) return refuse(422, form.error);
  const done = await resetPassword(ctx, form.value);
  if (done.ok) {
    const flash = { tone: "ok", key: "flash.password_reset" } as const;
    return goTo(ctx, "/sign-in", { cookies: [endedSession(ctx)], flash });
  }
  switch (done.error.kind) {
    case "too-many":
      return tooMany(done.error);
    case "link-over":
      return refuse(410, refusedAt("form", "error.link_over"));
  }
}

export default function ResetPasswordPage() {
  const { open } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  if (!open) {
    return (
      <LinkOver>
        <LinkButton to="/forgot-password" tone="primary">
          {t("forgot.submit")}
        </LinkButton>
      </LinkOver>
    );
  }
  return (
    <FormPage title={t("reset.title")} lead={t("reset.lead")}>
      <ActionForm answer={answer}>
        <PasswordField
          name="password"
          label={t("account.new_password")}
          hint={t("account.password_hint")}
          autoComplete="new-password"
        />
        <Button tone="primary" wide>
          {t("reset.submit")}
        </Button>
      </ActionForm>
    </FormPage>
  );
}
