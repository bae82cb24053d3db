import { acceptedFiles } from "#app/domain/media-types.ts";
import { FileField } from "#app/ui/file-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type ProofFieldsProps = {
  evidence: { id: string; title: string }[];
  noteHint?: string;
  noteNeeded?: boolean;
};

/** The proof of what is recorded, new or already on the case, and a note in one's own words. */
export function ProofFields({ evidence, noteHint, noteNeeded }: ProofFieldsProps) {
  const t = useT();
  return (
    <>
      <FileField
        name="proof"
        label={t("step.proof")}
        hint={t("step.proof_hint")}
        accept={acceptedFiles}
        optional={evidence.length > 0}
      />
      {evidence.length > 0 && (
        <Select
          name="evidenceId"
          label={t("step.proof_existing")}
          optional
          choices={evidence.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <TextArea
        name="note"
        label={t("step.note")}
        hint={noteHint ?? t("step.note_hint")}
        optional={!noteNeeded}
      />
    </>
  );
}
