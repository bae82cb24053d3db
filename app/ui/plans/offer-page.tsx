import type { Payee } from "#app/domain/ledger/flows.ts";
import { rhythms } from "#app/domain/payments/plans.ts";
import { formatDate, formatMoney } from "#app/messages/format.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export type OfferView = {
  caseId: string;
  code: string;
  currency: string;
  planId: string;
  owed: number;
  /** As it would be typed. */
  typedOwed: string;
  rests: boolean;
  isAgreed: boolean;
  /** The last day that was agreed. */
  lastOn: string | null;
  today: string;
  nextMonth: string;
  stands: boolean;
  payees: { payee: Payee; name: string }[];
};

type OfferPageProps = { view: OfferView; answer: unknown };

/** In which parts an agreed plan is paid, and to whom. */
export function OfferPage({ view, answer }: OfferPageProps) {
  const t = useT();
  const back = { to: `/cases/${view.caseId}/money`, label: view.code };
  const isOpen = view.isAgreed && !view.rests && !view.stands && view.owed > 0 && view.payees.length > 0;
  return (
    <FormPage title={t("plan.offer")} lead={t("plan.offer_lead")} back={back}>
      {isOpen ? <Terms view={view} answer={answer} /> : <WhyNot view={view} />}
    </FormPage>
  );
}

function Terms({ view, answer }: OfferPageProps) {
  const t = useT();
  const locale = useLocale();
  const { currency, owed, typedOwed, planId, payees, lastOn, today, nextMonth } = view;
  const start = { total: typedOwed, count: "3", firstOn: today, rhythm: "monthly", payee: payees[0].payee };
  return (
    <ActionForm answer={answer} values={start}>
      <p className="form-say">
        {t("ask.owed", { amount: formatMoney(owed, currency, locale) })}{" "}
        {lastOn && t("plan.last_on", { day: formatDate(lastOn, locale) })}
      </p>
      <input type="hidden" name="planId" value={planId} />
      <MoneyField name="total" label={t("plan.total")} currency={currency} />
      <TextField name="count" label={t("plan.count")} inputMode="numeric" width="short" />
      <Select
        name="rhythm"
        label={t("plan.rhythm")}
        noBlank
        width="medium"
        choices={rhythms.map((value) => ({ value, label: t(`plan.rhythm.${value}`) }))}
      />
      <DateField
        name="firstOn"
        label={t("plan.first_on")}
        hint={t("plan.first_hint")}
        min={today}
        max={lastOn ?? nextMonth}
      />
      <RadioCards
        name="payee"
        label={t("ask.payee")}
        choices={payees.map(({ payee, name }) => ({
          value: payee,
          label: t(`ask.payee.${payee}`),
          hint: t(`ask.payee.${payee}_hint`, { name }),
        }))}
      />
      <Button tone="primary">{t("plan.submit")}</Button>
    </ActionForm>
  );
}

function WhyNot({ view: { caseId, rests, stands, isAgreed, owed } }: Pick<OfferPageProps, "view">) {
  const t = useT();
  if (rests) return <Notice tone="shut">{t("ask.rests")}</Notice>;
  if (stands) return <Notice tone="wait">{t("refusal.plan-stands")}</Notice>;
  if (owed === 0) return <Notice tone="ok">{t("ask.nothing")}</Notice>;
  if (!isAgreed)
    return (
      <Notice
        tone="wait"
        action={<LinkButton to={`/cases/${caseId}/record?type=plan_agreed`}>{t("plan.record")}</LinkButton>}
      >
        {t("refusal.no-plan-agreed")}
      </Notice>
    );
  return (
    <Notice tone="wait" action={<LinkButton to="/payments">{t("ask.set_up")}</LinkButton>}>
      {t("ask.nobody")}
    </Notice>
  );
}
