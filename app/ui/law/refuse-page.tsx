import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { ChangeLine } from "./change-table.tsx";
import { subjectName } from "./law-words.ts";

/** A refusal, with the reason its author will read. */
export function RefusePage({ change, answer }: { change: ChangeLine; answer: unknown }) {
  const t = useT();
  const subject = subjectName(t, change);
  return (
    <FormPage
      title={t("law_admin.refuse_title", { subject })}
      lead={t("law_admin.refuse_lead")}
      back={{ to: `/admin/law/changes/${change.id}`, label: subject }}
    >
      <ActionForm answer={answer} label={t("law_admin.refuse")}>
        <TextArea
          name="note"
          label={t("law_admin.refuse_reason")}
          hint={t("law_admin.refuse_reason_hint")}
          maxLength={2000}
        />
        <Button tone="danger">{t("law_admin.refuse_submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}
