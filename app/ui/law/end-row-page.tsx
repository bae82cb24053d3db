import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { rowPath } from "./law-words.ts";
import { CitationFields, ReasonField } from "./why-fields.tsx";

type EndRowPageProps = { packId: string; rowKey: string; today: string; answer: unknown };

/** The end of a row: from a day on nothing is asked by it. */
export function EndRowPage({ packId, rowKey, today, answer }: EndRowPageProps) {
  const t = useT();
  return (
    <FormPage
      title={t("law_admin.end_row_of", { row: rowKey })}
      lead={t("law_admin.end_row_lead")}
      back={{ to: rowPath(packId, rowKey), label: rowKey }}
    >
      <ActionForm answer={answer} label={t("law_admin.end_row")}>
        <DateField
          name="effectiveOn"
          label={t("law_admin.ends_on")}
          hint={t("law_admin.ends_on_hint")}
          min={today}
        />
        <CitationFields />
        <ReasonField />
        <Button tone="danger">{t("law_admin.propose_end")}</Button>
      </ActionForm>
    </FormPage>
  );
}
