import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { ownPath } from "#app/http/own-path.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, knockOf, refuse, sessionCookie, tooMany } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { SignIn, signIn } from "#app/use-cases/accounts/sign-in.server.ts";

export const meta = titleMeta;

const nextOf = (request: Request) => ownPath(new URL(request.url).searchParams.get("next"));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const next = nextOf(args.request);
  if (ctx.actor.userId) throw redirect(next ?? "/home");
  return { title: pageTitle(ctx, "sign_in.title"), asked: next !== null };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const form = await parseForm(args.request, SignIn, knockOf(args));
  if (!form.ok) return refuse(422, form.error);
  const done = await signIn(ctx, form.value);
  if (done.ok) {
    const cookies = [sessionCookie(ctx, done.value.token)];
    const next = nextOf(args.request);
    if (!done.value.needsSecondFactor) return goTo(ctx, next ?? "/home", { cookies });
    const query = next ? `?next=${encodeURIComponent(next)}` : "";
    return goTo(ctx, `/sign-in/second-factor${query}`, { cookies });
  }
  switch (done.error.kind) {
    case "too-many":
      return tooMany(done.error, form.values);
    case "not-you":
      return refuse(401, refusedAt("form", "error.not_you", form.values));
  }
}

export default function SignInPage() {
  const { asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const after = (
    <>
      <Link to="/forgot-password">{t("sign_in.forgot")}</Link>
      <Link to="/sign-up/sent">{t("sign_in.unconfirmed")}</Link>
      <Link to="/sign-up">{t("nav.sign_up")}</Link>
    </>
  );
  return (
    <FormPage title={t("sign_in.title")} lead={asked ? t("sign_in.asked") : undefined} after={after}>
      <ActionForm answer={answer}>
        <TextField name="email" type="email" label={t("account.email")} autoComplete="username" />
        <PasswordField name="password" label={t("account.password")} autoComplete="current-password" />
        <Button tone="primary" wide>
          {t("sign_in.submit")}
        </Button>
      </ActionForm>
    </FormPage>
  );
}
