import type { AmendmentContents } from "#app/domain/engagements/amendment.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { tenderScopes } from "#app/domain/tenders/scope.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";
import { formatDate } from "#app/messages/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Select } from "#app/ui/select.tsx";
import { FeeFields } from "#app/ui/tenders/bid-form.tsx";

type AmendmentFormProps = {
  view: {
    code: string;
    /** Of the case or the lot. */
    home: string;
    /** The rates of a lot are not amended. */
    subject: "case" | "lot";
    currency: string;
    zone: string;
    before: AmendmentContents["before"];
    today: string;
  };
  answer: { errors: object; findings: Finding[] } | undefined;
};

/** What is to change of a mandate in force; what is left empty stays as it was signed. */
export function AmendmentForm({ view, answer }: AmendmentFormProps) {
  const t = useT();
  const locale = useLocale();
  const { code, home, subject, before, today } = view;
  const title = t("amendment.propose_title", { case: code });
  const labels = { model: t("bid.model"), successPercent: t("bid.success"), fixedFee: t("bid.fixed") };
  return (
    <div className="stack form">
      <PageHeader
        title={title}
        lead={t(subject === "lot" ? "amendment.propose_lead_lot" : "amendment.propose_lead")}
        back={{ to: `${home}/engagement`, label: t("engagement.paper") }}
      />
      {answer && answer.findings.length > 0 && (
        <Notice tone="shut">
          <Findings findings={answer.findings} zone={view.zone} />
        </Notice>
      )}
      <Card>
        <ActionForm answer={answer} values={{ feeChange: "keep" }} labels={labels} className="form">
          <DateField
            name="periodEndsOn"
            label={t("amendment.period")}
            hint={
              before.periodEndsOn
                ? t("amendment.period_hint", { day: formatDate(before.periodEndsOn, locale) })
                : t("amendment.period_hint_open")
            }
            min={today}
            optional
          />
          <Select
            name="scope"
            label={t("amendment.scope")}
            choices={[
              { value: "", label: t("amendment.scope_keep") },
              ...tenderScopes
                .filter((scope) => scope !== before.scope)
                .map((value) => ({ value, label: t(`scope.${value}`) })),
            ]}
            noBlank
            optional
          />
          {subject === "case" && <FeeChange currency={view.currency} />}
          <div className="form-acts">
            <Button tone="primary">{t("amendment.submit")}</Button>
          </div>
        </ActionForm>
      </Card>
    </div>
  );
}

function FeeChange({ currency }: { currency: string }) {
  const t = useT();
  return (
    <>
      <RadioCards
        name="feeChange"
        label={t("amendment.fee")}
        choices={[
          { value: "keep", label: t("amendment.fee_keep") },
          { value: "change", label: t("amendment.fee_change") },
        ]}
      />
      <div className="other-fee">
        <RadioCards
          name="model"
          label={t("bid.model")}
          choices={feeModels.map((value) => ({ value, label: t(`fee_model.${value}`) }))}
          optional
        />
        <FeeFields feeModels={[...feeModels]} currency={currency} />
      </div>
    </>
  );
}
