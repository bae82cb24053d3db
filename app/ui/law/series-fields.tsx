import { DateField } from "#app/ui/date-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type SeriesFieldsProps = { kind: "points" | "holidays" | "fees"; unit: "percent" | "minor" | null };

/** What a series of this kind is extended by. */
export function SeriesFields({ kind, unit }: SeriesFieldsProps) {
  const t = useT();
  switch (kind) {
    case "points":
      return (
        <>
          <TextField
            name="value"
            label={t("law_admin.next_value")}
            hint={t(unit === "percent" ? "law_admin.next_value_rate" : "law_admin.next_value_amount")}
            inputMode="decimal"
            width="short"
            suffix={unit === "percent" ? "%" : undefined}
            optional
          />
          <DateField name="from" label={t("law_admin.next_from")} optional />
          <DateField
            name="coverageEnd"
            label={t("law_admin.verified_to")}
            hint={t("law_admin.verified_to_hint")}
          />
        </>
      );
    case "holidays":
      return (
        <>
          <TextField name="year" label={t("law_admin.year")} inputMode="numeric" width="short" />
          <TextArea name="off" label={t("law_admin.off")} hint={t("law_admin.off_hint")} rows={6} />
          <TextArea
            name="work"
            label={t("law_admin.work")}
            hint={t("law_admin.work_hint")}
            rows={3}
            optional
          />
        </>
      );
    case "fees":
      return (
        <>
          <DateField name="from" label={t("law_admin.applies_from")} />
          <TextArea name="table" label={t("law_admin.table")} hint={t("law_admin.table_hint")} rows={12} />
        </>
      );
  }
}
