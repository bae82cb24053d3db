import { useT } from "#app/ui/messages.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** Where a change comes from and why it is proposed: what the second pair of eyes reads first. */
export function CitationFields() {
  const t = useT();
  return (
    <>
      <TextField
        name="citation"
        label={t("law_admin.citation")}
        hint={t("law_admin.citation_hint")}
        maxLength={300}
      />
      <UrlField />
    </>
  );
}

export function UrlField() {
  const t = useT();
  return <TextField name="url" type="url" label={t("law_admin.url")} optional maxLength={500} />;
}

export function ReasonField() {
  const t = useT();
  return (
    <TextArea
      name="reason"
      label={t("law_admin.reason")}
      hint={t("law_admin.reason_hint")}
      maxLength={2000}
    />
  );
}
