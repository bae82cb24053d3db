import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
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
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLicenceUnderReview } from "#app/use-cases/accounts/read-licence-queue.server.ts";
import { VerifyLicence, verifyLicence } from "#app/use-cases/accounts/verify-licence.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "licence.review");
  const found = await readLicenceUnderReview(ctx, args.params.licenceId ?? "");
  if (!found) throw notFound();
  const { licence, orgName } = found;
  const today = ctx.now.toISOString().slice(0, 10);
  return { title: pageTitle(ctx, "review.verify"), licence, orgName, today };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "licence.review");
  const form = await parseForm(args.request, VerifyLicence, { licenceId: args.params.licenceId });
  if (!form.ok) return refuse(422, form.error);
  const done = await verifyLicence(ctx, form.value);
  if (done.ok) return goTo(ctx, "/admin/licences", { flash: { tone: "ok", key: "flash.licence_verified" } });
  switch (done.error.kind) {
    case "not-allowed":
    case "no-such-licence":
      throw notFound();
    case "wrong-status":
      return refuse(409, refusedAt("form", "error.licence_decided", form.values));
    case "term-over":
      return refuse(409, refusedAt("form", "error.licence_over", form.values));
    case "no-proof-of-look-up":
      return refuse(422, refusedAt("reference", "error.look_up_proof", form.values));
    case "file-empty":
    case "file-too-large":
    case "file-type":
    case "file-infected":
    case "file-unchecked":
    case "too-many":
      return refusedUpload(done.error, form.values, "proof");
    case "looked-up-later":
      return refuse(422, refusedAt("checkedOn", "error.date_future", form.values));
    case "looked-up-too-long-ago":
      return refuse(422, refusedAt("checkedOn", "error.look_up_old", form.values));
  }
}

export default function VerifyLicencePage() {
  const { licence, orgName, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const back = { to: `/admin/licences/${licence.id}`, label: orgName };
  const lead = t("review.verify_lead", { holder: licence.holderName, number: licence.number });
  return (
    <FormPage title={t("review.verify")} lead={lead} back={back}>
      <ActionForm answer={answer} multipart values={{ register: licence.issuer, checkedOn: today }}>
        <TextField
          name="register"
          label={t("review.register")}
          hint={t("review.register_hint")}
          autoComplete="off"
        />
        <DateField name="checkedOn" label={t("review.checked_on")} max={today} />
        <TextField
          name="reference"
          label={t("review.reference")}
          hint={t("review.reference_hint")}
          optional
        />
        <FileField
          name="proof"
          label={t("review.look_up_proof")}
          hint={t("review.look_up_proof_hint")}
          accept="application/pdf,image/png,image/jpeg,image/webp"
          optional
        />
        <Button tone="primary">{t("review.verify_submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}
