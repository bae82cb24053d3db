import { useT } from "#app/ui/messages.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** What a search is called, and how often its owner hears of it. */
export function SearchFields() {
  const t = useT();
  const alerts = (["instant", "daily", "none"] as const).map((value) => ({
    value,
    label: t(`market.alert.${value}`),
  }));
  return (
    <>
      <TextField name="name" label={t("market.saved_name")} />
      <Select name="alert" label={t("market.saved_alert")} noBlank choices={alerts} />
    </>
  );
}
