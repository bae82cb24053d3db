import { surveyWeight } from "#app/domain/tenders/expected.ts";
import { recoverySurvey } from "#app/domain/tenders/recovery-survey.ts";
import { useT } from "#app/ui/messages.tsx";

/** How the figures of a lot's comparison come about, with their source. */
export function LotFormula() {
  const t = useT();
  return (
    <details className="disclosure">
      <summary>{t("compare.expected_formula_title")}</summary>
      <p className="prose">{t("lot.formula", { source: recoverySurvey.source })}</p>
      <p className="prose">{t("compare.expected_formula_firm", surveyWeight)}</p>
      <p className="prose">{t("lot.formula_range")}</p>
    </details>
  );
}
