import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { claimCurrencies } from "#app/domain/cases/amount.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { refusedUpload } from "#app/http/refused-upload.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { FileInsurance, fileInsurance } from "#app/use-cases/accounts/file-insurance.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "licence.submit");
  return { title: pageTitle(ctx, "insurance.file") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "licence.submit");
  const form = await parseForm(args.request, FileInsurance);
  if (!form.ok) return refuse(422, form.error);
  const done = await fileInsurance(ctx, form.value);
  if (done.ok)
    return goTo(ctx, "/organization/practice", { flash: { tone: "ok", key: "insurance.filed_flash" } });
  switch (done.error.kind) {
    case "not-allowed":
      throw notFound();
    case "amount":
      return refuse(422, refusedAt("sum", done.error.message, form.values));
    case "over":
      return refuse(422, refusedAt("validTo", "error.licence_over", form.values));
    case "file-empty":
    case "file-too-large":
    case "file-type":
    case "file-infected":
    case "file-unchecked":
    case "too-many":
      return refusedUpload(done.error, form.values, "proof");
  }
}

export default function FileInsurancePage() {
  const t = useT();
  const back = { to: "/organization/practice", label: t("office.title") };
  return (
    <FormPage title={t("insurance.file")} lead={t("insurance.lead")} back={back}>
      <ActionForm answer={useActionData<typeof action>()} multipart>
        <TextField name="insurer" label={t("insurance.insurer")} autoComplete="off" />
        <TextField name="policyNumber" label={t("insurance.policy")} autoComplete="off" width="medium" />
        <TextField
          name="sum"
          label={t("insurance.sum")}
          hint={t("insurance.sum_hint")}
          inputMode="decimal"
          width="medium"
        />
        <Select
          name="currency"
          label={t("insurance.currency")}
          choices={Object.keys(claimCurrencies).map((value) => ({ value, label: value }))}
          width="short"
        />
        <DateField name="validTo" label={t("insurance.valid_to")} />
        <FileField
          name="proof"
          label={t("insurance.paper")}
          accept="application/pdf,image/png,image/jpeg,image/webp"
        />
        <Button tone="primary">{t("insurance.submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}
