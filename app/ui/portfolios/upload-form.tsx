import { type ClaimField, claimFields } from "#app/domain/portfolios/columns.ts";
import type { ImportCounts } from "#app/domain/portfolios/portfolio.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import { ImportFigures } from "./portfolio-table.tsx";

type Tried = { counts: ImportCounts; headers: string[]; columns: Partial<Record<ClaimField, string>> };
type Answer = { said?: string; tried?: Tried; values?: Record<string, string | string[]> };

/** A file of claims to try or to import; once it was tried, with the columns as they were read, to be corrected. */
export function UploadForm({ answer }: { answer: Answer | undefined }) {
  const t = useT();
  const tried = answer?.tried;
  return (
    <ActionForm answer={answer} values={answer?.values} multipart>
      {answer?.said && (
        <Notice tone="bad" title={t("portfolios.refused_file")}>
          {answer.said}
        </Notice>
      )}
      {tried && (
        <Notice title={t("portfolios.tried")}>
          <p>{t("portfolios.tried_text")}</p>
          <ImportFigures counts={tried.counts} />
        </Notice>
      )}
      <FileField
        name="file"
        label={t("portfolios.file")}
        hint={t("portfolios.file_hint")}
        accept=".csv,.tsv,.txt,.xlsx"
      />
      <Checkbox name="leaveOut" label={t("portfolios.leave_out")} hint={t("portfolios.leave_out_hint")} />
      {tried && <Columns {...tried} />}
      <div className="form-acts">
        <Button name="intent" value="try">
          {t("portfolios.try")}
        </Button>
        <Button tone="primary" name="intent" value="import">
          {t("portfolios.import")}
        </Button>
      </div>
    </ActionForm>
  );
}

function Columns({ headers, columns }: Pick<Tried, "headers" | "columns">) {
  const t = useT();
  const choices = [{ value: "-", label: t("portfolios.column_none") }].concat(
    headers.map((header) => ({ value: header, label: header })),
  );
  return (
    <fieldset>
      <legend>{t("portfolios.mapping")}</legend>
      {claimFields.map((field) => (
        <Select
          key={field}
          name={`columns.${field}`}
          label={t(`import.field.${field}`)}
          defaultValue={columns[field] ?? "-"}
          choices={choices}
          optional
          noBlank
        />
      ))}
    </fieldset>
  );
}
