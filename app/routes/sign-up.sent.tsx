import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, knockOf, refuse, tooMany } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import {
  ResendVerification,
  resendVerification,
} from "#app/use-cases/accounts/resend-verification.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return { title: pageTitle(ctx, "sign_up_sent.title"), demo: ctx.mode === "demo" };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const form = await parseForm(args.request, ResendVerification, knockOf(args));
  if (!form.ok) return refuse(422, form.error);
  const done = await resendVerification(ctx, form.value);
  if (!done.ok) return tooMany(done.error, form.values);
  return goTo(ctx, "/sign-up/sent", { flash: { tone: "ok", key: "flash.mail_sent" } });
}

export default function SignUpSentPage() {
  const { demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <FormPage title={t("sign_up_sent.title")} lead={t("sign_up_sent.lead")}>
      {demo && (
        <Notice
          title={t("demo_mail.title")}
          action={
            <LinkButton to="/demo/outbox" small>
              {t("nav.outbox")}
            </LinkButton>
          }
        />
      )}
      <h2>{t("sign_up_sent.again_title")}</h2>
      <ActionForm answer={answer}>
        <TextField name="email" type="email" label={t("account.email")} autoComplete="email" />
        <Button>{t("sign_up_sent.again")}</Button>
      </ActionForm>
    </FormPage>
  );
}
