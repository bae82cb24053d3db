import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { seatChoices } from "#app/http/place-choices.ts";
import { goTo, knockOf, refuse, tooMany } from "#app/http/respond.ts";
import { ConsentBoxes } from "#app/ui/account/consent-boxes.tsx";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { organizationFields, organizationKindField } from "#app/ui/account/organization-fields.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { SignUp, signUp } from "#app/use-cases/accounts/sign-up.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.signUp");
  const as = new URL(args.request.url).searchParams.get("as") ?? "";
  return { title: pageTitle(ctx, "sign_up.title"), seats: seatChoices(ctx.locale), kind: as };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.signUp");
  const form = await parseForm(args.request, SignUp, knockOf(args));
  if (!form.ok) return refuse(422, form.error);
  const done = await signUp(ctx, form.value);
  if (!done.ok) return tooMany(done.error, form.values);
  return goTo(ctx, "/sign-up/sent", {});
}

export default function SignUpPage() {
  const { seats, kind } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const signIn = (
    <p>
      {t("sign_up.have_account")} <Link to="/sign-in">{t("nav.sign_in")}</Link>
    </p>
  );
  return (
    <FormPage title={t("sign_up.title")} lead={t("sign_up.lead")} after={signIn}>
      <ActionForm answer={answer} values={{ kind }}>
        {organizationKindField(t)}
        {organizationFields(t, seats)}
        <TextField name="name" label={t("account.name")} autoComplete="name" />
        <TextField
          name="email"
          type="email"
          label={t("account.email")}
          hint={t("sign_up.email_hint")}
          autoComplete="email"
        />
        <PasswordField
          name="password"
          label={t("account.password")}
          hint={t("account.password_hint")}
          autoComplete="new-password"
        />
        <ConsentBoxes />
        <Button tone="primary" wide>
          {t("sign_up.submit")}
        </Button>
      </ActionForm>
    </FormPage>
  );
}
