import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, knockOf, refuse, tooMany } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import {
  RequestPasswordReset,
  requestPasswordReset,
} from "#app/use-cases/accounts/request-password-reset.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const sent = new URL(args.request.url).searchParams.has("sent");
  return { title: pageTitle(ctx, "forgot.title"), sent, demo: ctx.mode === "demo" };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const form = await parseForm(args.request, RequestPasswordReset, knockOf(args));
  if (!form.ok) return refuse(422, form.error);
  const done = await requestPasswordReset(ctx, form.value);
  if (!done.ok) return tooMany(done.error, form.values);
  return goTo(ctx, "/forgot-password?sent", {});
}

export default function ForgotPasswordPage() {
  const { sent, demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <FormPage
      title={t("forgot.title")}
      lead={t("forgot.lead")}
      after={<Link to="/sign-in">{t("nav.sign_in")}</Link>}
    >
      {sent && (
        <Notice tone="ok" title={t("forgot.sent_title")}>
          <p>{t("forgot.sent_text")}</p>
          {demo && <Link to="/demo/outbox">{t("nav.outbox")}</Link>}
        </Notice>
      )}
      <ActionForm answer={answer}>
        <TextField name="email" type="email" label={t("account.email")} autoComplete="username" />
        <Button tone={sent ? "secondary" : "primary"} wide>
          {t("forgot.submit")}
        </Button>
      </ActionForm>
    </FormPage>
  );
}
