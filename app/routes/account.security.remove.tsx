import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, tooMany } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import {
  RemoveSecondFactor,
  removeSecondFactor,
} from "#app/use-cases/accounts/remove-second-factor.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  return { title: pageTitle(ctx, "remove_factor.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const form = await parseForm(args.request, RemoveSecondFactor);
  if (!form.ok) return refuse(422, form.error);
  const done = await removeSecondFactor(ctx, form.value);
  if (done.ok) {
    return goTo(ctx, "/account/security", { flash: { tone: "ok", key: "flash.second_factor_off" } });
  }
  switch (done.error.kind) {
    case "too-many":
      return tooMany(done.error);
    case "not-allowed":
      throw notFound();
    case "required":
      return refuse(409, refusedAt("form", "error.second_factor_required"));
    case "code-wrong":
      return refuse(422, refusedAt("code", "error.code_wrong"));
    case "code-used":
      return refuse(422, refusedAt("code", "error.code_used"));
  }
}

export default function RemoveSecondFactorPage() {
  const answer = useActionData<typeof action>();
  const t = useT();
  const back = { to: "/account/security", label: t("security.title") };
  return (
    <FormPage title={t("remove_factor.title")} lead={t("remove_factor.lead")} back={back}>
      <ActionForm answer={answer}>
        <TextField
          name="code"
          label={t("second_factor.code")}
          hint={t("second_factor.code_hint")}
          autoComplete="one-time-code"
          width="medium"
          spellCheck={false}
        />
        <Button tone="danger">{t("remove_factor.submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}
