import { evidenceKinds } from "#app/domain/cases/evidence.ts";
import { acceptedFiles, fileTypes } from "#app/domain/media-types.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { type Choice, Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const duplicateIn = (answer: unknown): string | null =>
  typeof answer === "object" &&
  answer !== null &&
  "duplicateOf" in answer &&
  typeof answer.duplicateOf === "string"
    ? answer.duplicateOf
    : null;

type EvidenceFormProps = {
  answer: unknown;
  olderChoices?: Choice[];
  /** What a gap asks for: the kind, and the document it takes the place of. */
  wanted?: { kind?: string; replaces?: string };
};

/** One document with what it is, and which one it brings up to date if any; a copy of one already there is named. */
export function EvidenceForm({ answer, olderChoices = [], wanted = {} }: EvidenceFormProps) {
  const t = useT();
  const duplicateOf = duplicateIn(answer);
  return (
    <ActionForm answer={answer} multipart className="form" label={t("cases.evidence.add_title")}>
      {duplicateOf && <Notice tone="wait">{t("cases.evidence.duplicate", { title: duplicateOf })}</Notice>}
      <Select
        name="kind"
        label={t("cases.evidence.kind")}
        defaultValue={wanted.kind}
        choices={evidenceKinds.map((value) => ({ value, label: t(`brief.evidence.${value}`) }))}
      />
      <TextField
        name="title"
        label={t("cases.evidence.title")}
        hint={t("cases.evidence.title_hint")}
        maxLength={120}
        optional
      />
      {olderChoices.length > 0 && (
        <Select
          name="replaces"
          label={t("cases.evidence.replaces")}
          hint={t("cases.evidence.replaces_hint")}
          choices={olderChoices}
          defaultValue={wanted.replaces}
          blank={t("cases.evidence.replaces_none")}
          optional
        />
      )}
      <FileField
        name="file"
        label={t("cases.evidence.file")}
        hint={t("form.file_limit", { types: fileTypes, size: "10 MB" })}
        accept={acceptedFiles}
      />
      <Button tone="secondary">{t("cases.evidence.add")}</Button>
    </ActionForm>
  );
}
