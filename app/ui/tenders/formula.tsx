import { surveyWeight } from "#app/domain/tenders/expected.ts";
import { recoverySurvey } from "#app/domain/tenders/recovery-survey.ts";
import { useT } from "#app/ui/messages.tsx";

/** How the figures of a comparison come about, with their source. */
export function Formula() {
  const t = useT();
  const { source } = recoverySurvey;
  return (
    <>
      <details className="disclosure">
        <summary>{t("compare.expected_formula_title")}</summary>
        <p className="prose">{t("compare.expected_formula", { source })}</p>
        <p className="prose">{t("compare.expected_formula_firm", surveyWeight)}</p>
      </details>
      <details className="disclosure">
        <summary>{t("compare.formula_title")}</summary>
        <p className="prose">{t("compare.formula")}</p>
      </details>
    </>
  );
}
