import type { Payee } from "#app/domain/ledger/flows.ts";
import type { OwedPurpose } from "#app/domain/payments/asking.ts";
import { formatMoney } from "#app/messages/format.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Head = { caseId: string; code: string; currency: string };

type AskPageProps = {
  view: Head & {
    paymentId: string;
    owed: number;
    /** As it would be typed. */
    typedOwed: string;
    rests: boolean;
    payees: { payee: Payee; name: string }[];
  };
  answer: unknown;
};

/** How much the debtor is asked for, and into whose account. */
export function AskPage({ view, answer }: AskPageProps) {
  const t = useT();
  const locale = useLocale();
  const { caseId, code, currency, owed, typedOwed, paymentId, payees } = view;
  return (
    <FormPage
      title={t("ask.title")}
      lead={t("ask.lead")}
      back={{ to: `/cases/${caseId}/money`, label: code }}
    >
      {isOpen(view) ? (
        <ActionForm answer={answer} values={{ amount: typedOwed, payee: payees[0].payee }}>
          <p className="form-say">{t("ask.owed", { amount: formatMoney(owed, currency, locale) })}</p>
          <input type="hidden" name="paymentId" value={paymentId} />
          <MoneyField name="amount" label={t("ask.amount")} currency={currency} />
          <RadioCards
            name="payee"
            label={t("ask.payee")}
            choices={payees.map(({ payee, name }) => ({
              value: payee,
              label: t(`ask.payee.${payee}`),
              hint: t(`ask.payee.${payee}_hint`, { name }),
            }))}
          />
          <Button tone="primary">{t("ask.submit")}</Button>
        </ActionForm>
      ) : (
        <WhyNot view={view} />
      )}
    </FormPage>
  );
}

const isOpen = ({ rests, owed, payees }: AskPageProps["view"]) => !rests && owed > 0 && payees.length > 0;

function WhyNot({ view: { rests, owed } }: Pick<AskPageProps, "view">) {
  const t = useT();
  if (rests) return <Notice tone="shut">{t("ask.rests")}</Notice>;
  if (owed === 0) return <Notice tone="ok">{t("ask.nothing")}</Notice>;
  return (
    <Notice tone="wait" action={<LinkButton to="/payments">{t("ask.set_up")}</LinkButton>}>
      {t("ask.nobody")}
    </Notice>
  );
}

type OwedTo = { payeeId: string; name: string; amount: number; isReady: boolean; paymentId: string };
type OwePageProps = { view: Head & { purpose: OwedPurpose; payees: OwedTo[] }; answer: unknown };

/** What the creditor owes for one purpose, to whom, and the way to pay each. */
export function OwePage({ view, answer }: OwePageProps) {
  const t = useT();
  const { caseId, code, currency, purpose, payees } = view;
  const alone = payees.length < 2;
  const name = payees[0]?.name ?? "";
  return (
    <FormPage
      title={t("owe.title")}
      lead={alone ? t(`owe.${purpose}`, { name }) : t("owe.several")}
      back={{ to: `/cases/${caseId}/money`, label: code }}
    >
      {payees.length === 0 && <Notice tone="ok">{t("owe.nothing")}</Notice>}
      {payees.map((to) => (
        <section key={to.payeeId}>
          {!alone && <h2>{to.name}</h2>}
          {to.isReady ? (
            <OweForm to={to} purpose={purpose} currency={currency} answer={answer} />
          ) : (
            <Notice tone="wait">{t("owe.not_ready")}</Notice>
          )}
        </section>
      ))}
    </FormPage>
  );
}

type OweFormProps = { to: OwedTo; purpose: OwedPurpose; currency: string; answer: unknown };

function OweForm({ to: { payeeId, amount, paymentId }, purpose, currency, answer }: OweFormProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <ActionForm answer={answer}>
      <input type="hidden" name="paymentId" value={paymentId} />
      <input type="hidden" name="purpose" value={purpose} />
      <input type="hidden" name="payeeId" value={payeeId} />
      <Button tone="primary">{t("owe.submit", { amount: formatMoney(amount, currency, locale) })}</Button>
    </ActionForm>
  );
}
