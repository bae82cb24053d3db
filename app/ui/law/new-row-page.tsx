import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { PackLine } from "./law-book-page.tsx";
import { wordOr } from "./law-words.ts";
import { ReasonField, UrlField } from "./why-fields.tsx";

/** Where a new row starts from: every member that a row must have. */
const blankRow = ({ id, today }: PackLine) =>
  JSON.stringify(
    {
      id: `${id.split("-")[0]}-ESC-99`,
      part: "example",
      force: "LAW",
      confidence: "high",
      source: { cite: "", effective: today },
      appliesTo: ["demand_payment"],
      guard: {
        kind: "wait",
        after: { events: { types: ["reminder"] }, pick: "last", asks: "notices.remindersOn" },
        days: 7,
        orElse: "require",
        reason: "law.wait.reminder",
      },
      message: "waiting_period",
      unblock: ["wait"],
    },
    null,
    2,
  );

/** A wholly new row, written as data that the guards understand. */
export function NewRowPage({ pack, answer }: { pack: PackLine; answer: unknown }) {
  const t = useT();
  const name = wordOr(t, `law.pack.${pack.id}`, pack.id);
  return (
    <FormPage
      title={t("law_admin.new_row")}
      lead={t("law_admin.new_row_lead")}
      back={{ to: `/admin/law/packs/${pack.id}`, label: name }}
    >
      <ActionForm answer={answer} values={{ row: blankRow(pack) }} label={t("law_admin.new_row")}>
        <TextArea name="row" label={t("law_admin.row_data")} hint={t("law_admin.row_data_hint")} rows={22} />
        <DateField
          name="effectiveOn"
          label={t("law_admin.effective_on")}
          hint={t("law_admin.effective_on_hint")}
          min={pack.today}
        />
        <UrlField />
        <ReasonField />
        <Button tone="primary">{t("law_admin.propose")}</Button>
      </ActionForm>
    </FormPage>
  );
}
