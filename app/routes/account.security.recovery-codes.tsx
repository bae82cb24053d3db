import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { refuse, tooMany } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { RecoveryCodes } from "#app/ui/account/recovery-codes.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import {
  RenewRecoveryCodes,
  renewRecoveryCodes,
} from "#app/use-cases/accounts/renew-recovery-codes.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  return { title: pageTitle(ctx, "recovery.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const form = await parseForm(args.request, RenewRecoveryCodes);
  if (!form.ok) return refuse(422, form.error);
  const done = await renewRecoveryCodes(ctx, form.value);
  if (done.ok) return data({ recoveryCodes: done.value.recoveryCodes });
  switch (done.error.kind) {
    case "too-many":
      return tooMany(done.error);
    case "not-allowed":
      throw notFound();
    case "code-wrong":
      return refuse(422, refusedAt("code", "error.code_wrong"));
    case "code-used":
      return refuse(422, refusedAt("code", "error.code_used"));
  }
}

export default function RecoveryCodesPage() {
  const answer = useActionData<typeof action>();
  const t = useT();
  if (answer && "recoveryCodes" in answer) {
    return <RecoveryCodes codes={answer.recoveryCodes} onward="/account/security" />;
  }
  const back = { to: "/account/security", label: t("security.title") };
  return (
    <FormPage title={t("recovery.title")} lead={t("recovery.lead")} back={back}>
      <ActionForm answer={answer}>
        <TextField
          name="code"
          label={t("second_factor.code")}
          hint={t("set_up.code_hint")}
          autoComplete="one-time-code"
          inputMode="numeric"
          width="short"
          spellCheck={false}
        />
        <Button tone="primary">{t("recovery.submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}
