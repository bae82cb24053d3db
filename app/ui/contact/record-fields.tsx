import { useT } from "#app/ui/messages.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** Where the recording is, and a note: of a call as of a visit. */
export function RecordFields() {
  const t = useT();
  return (
    <>
      <TextField name="recording" label={t("spoken.recording")} hint={t("spoken.recording_hint")} optional />
      <TextArea name="note" label={t("spoken.note")} hint={t("spoken.note_hint")} rows={4} optional />
    </>
  );
}
