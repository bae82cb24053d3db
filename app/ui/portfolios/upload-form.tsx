import type { FileTerms } from "#app/domain/portfolios/claim.ts";
import type { CellForms, ClaimField } from "#app/domain/portfolios/columns.ts";
import type { ImportCounts } from "#app/domain/portfolios/portfolio.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ColumnChoices, FormChoices } from "./mapping-fields.tsx";
import { ImportFigures } from "./portfolio-table.tsx";

/** How a file was read, to be corrected. */
export type ReadAs = {
  headers: string[];
  columns: Partial<Record<ClaimField, string>>;
  found: { forms: CellForms; terms: FileTerms } | null;
  remembered: boolean;
};

type Answer = {
  said?: string;
  tried?: ImportCounts;
  read?: ReadAs | null;
  values?: Record<string, string | string[]>;
};

/** A file of claims to try or to import; once it was read, with what was made of it, to be corrected. */
export function UploadForm({ answer }: { answer: Answer | undefined }) {
  const t = useT();
  const { said, tried, read } = answer ?? {};
  return (
    <ActionForm answer={answer} values={answer?.values} multipart className="form">
      {(said || tried) && (
        <div className="field">
          {said && (
            <Notice tone="bad" title={t("portfolios.refused_file")}>
              {said}
            </Notice>
          )}
          {tried && (
            <Notice title={t("portfolios.tried")}>
              <p>{t("portfolios.tried_text")}</p>
              {read?.remembered && <p>{t("portfolios.remembered")}</p>}
              <ImportFigures counts={tried} />
            </Notice>
          )}
        </div>
      )}
      <FileField
        name="file"
        label={t("portfolios.file")}
        hint={t("portfolios.file_hint")}
        accept=".csv,.tsv,.txt,.xlsx"
      />
      <Checkbox name="leaveOut" label={t("portfolios.leave_out")} hint={t("portfolios.leave_out_hint")} />
      {read && <ColumnChoices headers={read.headers} columns={read.columns} />}
      {read?.found && <FormChoices {...read.found} />}
      <div className="form-acts">
        <Button name="intent" value="try" tone={tried ? "secondary" : "primary"}>
          {t("portfolios.try")}
        </Button>
        <Button tone={tried ? "primary" : "secondary"} name="intent" value="import">
          {t("portfolios.import")}
        </Button>
      </div>
    </ActionForm>
  );
}
