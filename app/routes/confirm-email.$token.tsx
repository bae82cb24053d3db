import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { LinkOver } from "#app/ui/account/link-over.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import {
  ConfirmEmailChange,
  changeableEmail,
  confirmEmailChange,
} from "#app/use-cases/accounts/confirm-email-change.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const found = await changeableEmail(ctx, args.params.token ?? "");
  const title = pageTitle(ctx, found ? "confirm_email.title" : "link_over.title");
  return data({ title, email: found?.email ?? null }, { status: found ? 200 : 410 });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.signIn");
  const form = await parseForm(args.request, ConfirmEmailChange, { token: args.params.token });
  if (!form.ok) return refuse(422, form.error);
  const done = await confirmEmailChange(ctx, form.value);
  if (done.ok) return goTo(ctx, "/account", { flash: { tone: "ok", key: "flash.email_changed" } });
  switch (done.error.kind) {
    case "link-over":
      return refuse(410, refusedAt("form", "error.link_over"));
    case "address-taken":
      return refuse(409, refusedAt("form", "error.email_taken"));
  }
}

export default function ConfirmEmailPage() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  if (!email) {
    return (
      <LinkOver>
        <LinkButton to="/account/email" tone="primary">
          {t("change_email.title")}
        </LinkButton>
      </LinkOver>
    );
  }
  return (
    <FormPage title={t("confirm_email.title")} lead={t("confirm_email.lead", { email })}>
      <ActionForm answer={answer}>
        <Button tone="primary">{t("confirm_email.submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}
