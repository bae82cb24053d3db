import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { PackLine } from "./law-book-page.tsx";
import { wordOr } from "./law-words.ts";
import { ReasonField } from "./why-fields.tsx";

/** Counsel's signature under the version that counsel read. */
export function SignPage({ pack, answer }: { pack: PackLine; answer: unknown }) {
  const t = useT();
  const name = wordOr(t, `law.pack.${pack.id}`, pack.id);
  return (
    <FormPage
      title={t("law_admin.sign")}
      lead={t("law_admin.sign_lead", { version: pack.version })}
      back={{ to: `/admin/law/packs/${pack.id}`, label: name }}
    >
      <ActionForm answer={answer} multipart label={t("law_admin.sign")}>
        <input type="hidden" name="version" value={pack.version} />
        <TextField
          name="signedOffBy"
          label={t("law_admin.counsel")}
          hint={t("law_admin.counsel_hint")}
          maxLength={100}
        />
        <DateField name="signedOffOn" label={t("law_admin.signed_on")} max={pack.today} />
        <DateField
          name="reviewBy"
          label={t("law_admin.review_by")}
          hint={t("law_admin.review_by_hint")}
          min={pack.today}
        />
        <FileField
          name="proof"
          label={t("law_admin.opinion")}
          hint={t("law_admin.opinion_hint")}
          accept="application/pdf,image/png,image/jpeg"
        />
        <ReasonField />
        <Button tone="primary">{t("law_admin.propose")}</Button>
      </ActionForm>
    </FormPage>
  );
}
