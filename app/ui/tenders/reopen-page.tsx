import type { DeclineCount } from "#app/domain/tenders/declines.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";
import type { CaseHeading } from "#app/ui/case/case-header.tsx";
import { CheckboxGroup } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DeclineCounts } from "./decline-counts.tsx";
import { ReopenForm } from "./reopen-form.tsx";

type ReopenView = {
  heading: CaseHeading;
  place: { name: string };
  before: { scope: string; feeModels: string[] };
  declines: DeclineCount[];
};

/** A new round for a case whose last one brought nothing suitable, and what would bring in more. */
export function ReopenPage({ view, answer }: { view: ReopenView; answer: unknown }) {
  const t = useT();
  const { heading, place, before, declines } = view;
  const back = `/cases/${heading.caseId}/bids`;
  return (
    <>
      <PageHeader
        title={t("reopen.title", { case: heading.code })}
        lead={t("reopen.lead")}
        back={{ to: back, label: t("award.back") }}
      />
      <div className="stack">
        <Notice title={t("reopen.widen_title")}>{t("reopen.widen_text", { place: place.name })}</Notice>
        {declines.length > 0 && (
          <Notice tone="wait" title={t("decline.counts_title")}>
            <DeclineCounts counts={declines} />
          </Notice>
        )}
        <ReopenForm before={before} scopeHint={t("reopen.scope_hint")} back={back} answer={answer}>
          <CheckboxGroup
            name="feeModels"
            label={t("reopen.models")}
            choices={feeModels.map((value) => ({
              value,
              label: t(`fee_model.${value}`),
              hint: t(`fee_model.${value}_hint`),
            }))}
          />
        </ReopenForm>
      </div>
    </>
  );
}
