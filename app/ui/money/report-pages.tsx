import type { ReportKind, Settlement, Side } from "#app/domain/ledger/reports.ts";
import { formatDate, formatMoney } from "#app/messages/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type Head = { caseId: string; code: string; currency: string };

const Back = ({ caseId, code, title }: Pick<Head, "caseId" | "code"> & { title: string }) => (
  <PageHeader title={title} back={{ to: `/cases/${caseId}/money`, label: code }} />
);

type SettlementPageProps = {
  view: Head & { kind: Settlement; most: number; today: string; reportId: string };
  answer: unknown;
};

/** What was passed on or paid, on what day. */
export function SettlementPage({ view, answer }: SettlementPageProps) {
  const t = useT();
  const locale = useLocale();
  const { kind, most, currency, today, reportId } = view;
  return (
    <div className="form stack">
      <Back {...view} title={t(`money.settle.${kind}`)} />
      <Card title={t(`money.settle.${kind}`)}>
        {most > 0 ? (
          <ActionForm answer={answer} values={{ paidOn: today }}>
            <p className="form-say">
              {t(`money.settle.${kind}_lead`, { amount: formatMoney(most, currency, locale) })}
            </p>
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="reportId" value={reportId} />
            <DateField name="paidOn" label={t("money.settle.on")} max={today} />
            <MoneyField name="amount" label={t("money.settle.amount")} currency={currency} />
            <Button tone="primary">{t("money.settle.submit")}</Button>
          </ActionForm>
        ) : (
          <p>{t("money.settle.nothing")}</p>
        )}
      </Card>
    </div>
  );
}

type Answered = { id: string; kind: ReportKind; amount: number; on: string; by: Side };
type AnswerPageProps = { view: Head & { report: Answered | null }; answer: unknown };

/** What the other side said, and the two answers to it. */
export function AnswerPage({ view, answer }: AnswerPageProps) {
  const t = useT();
  const { report, currency } = view;
  return (
    <div className="form stack">
      <Back {...view} title={t("money.answer.title")} />
      <Card title={t("money.answer.title")}>
        {report ? (
          <AnswerForm report={report} currency={currency} answer={answer} />
        ) : (
          <p>{t("money.answer.none")}</p>
        )}
      </Card>
    </div>
  );
}

function AnswerForm({ report, currency, answer }: { report: Answered; currency: string; answer: unknown }) {
  const t = useT();
  const locale = useLocale();
  const lead = t("money.answer.lead", {
    by: t(`money.report.by.${report.by}`),
    amount: formatMoney(report.amount, currency, locale),
    day: formatDate(report.on, locale),
    what: t(`money.report.${report.kind}`),
  });
  return (
    <ActionForm answer={answer}>
      <p className="form-say">{lead}</p>
      <input type="hidden" name="kind" value={report.kind} />
      <input type="hidden" name="reportId" value={report.id} />
      <RadioCards
        name="answer"
        label={t("money.answer.question")}
        choices={[
          { value: "confirmed", label: t("money.answer.confirmed") },
          { value: "contested", label: t("money.answer.contested"), hint: t("money.answer.contested_hint") },
        ]}
      />
      <Button tone="primary">{t("money.answer.submit")}</Button>
    </ActionForm>
  );
}
