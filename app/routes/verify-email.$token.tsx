import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, knockOf, refuse, sessionCookie, tooMany } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { LinkOver } from "#app/ui/account/link-over.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { VerifyEmail, verifiableEmail, verifyEmail } from "#app/use-cases/accounts/verify-email.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const found = await verifiableEmail(ctx, args.params.token ?? "");
  const title = pageTitle(ctx, found ? "verify.title" : "link_over.title");
  return data({ title, email: found?.email ?? null }, { status: found ? 200 : 410 });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const form = await parseForm(args.request, VerifyEmail, { ...knockOf(args), token: args.params.token });
  if (!form.ok) return refuse(422, form.error);
  const done = await verifyEmail(ctx, form.value);
  if (done.ok) {
    const cookies = [sessionCookie(ctx, done.value.token)];
    const to = done.value.needsSecondFactor ? "/sign-in/second-factor" : "/home";
    return goTo(ctx, to, { cookies, flash: { tone: "ok", key: "flash.email_verified" } });
  }
  switch (done.error.kind) {
    case "too-many":
      return tooMany(done.error);
    case "link-over":
      return refuse(410, refusedAt("form", "error.link_over"));
    case "password-wrong":
      return refuse(422, refusedAt("password", "error.password_wrong"));
  }
}

export default function VerifyEmailPage() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  if (!email) {
    return (
      <LinkOver>
        <LinkButton to="/sign-in" tone="primary">
          {t("nav.sign_in")}
        </LinkButton>
        <LinkButton to="/sign-up/sent">{t("sign_up_sent.again")}</LinkButton>
      </LinkOver>
    );
  }
  return (
    <FormPage title={t("verify.title")} lead={t("verify.lead", { email })}>
      <ActionForm answer={answer}>
        <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
        <PasswordField
          name="password"
          label={t("account.password")}
          hint={t("verify.password_hint")}
          autoComplete="current-password"
        />
        <Button tone="primary" wide>
          {t("verify.submit")}
        </Button>
      </ActionForm>
    </FormPage>
  );
}
