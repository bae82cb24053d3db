import type { Balance, NoBalance } from "#app/domain/ledger/balance.ts";
import { formatMoney } from "#app/messages/format.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateText, Money } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";

type BalanceView = {
  caseId: string;
  code: string;
  currency: string;
  asOf: string;
  /** Whether collection rests: the debtor may be answered, and is not asked to pay. */
  rests: boolean;
  balance: Balance | null;
  refusal: NoBalance | null;
};

/** What the letter to the debtor would say today, before it is issued for good. */
export function BalancePage({ view, answer }: { view: BalanceView; answer: unknown }) {
  const t = useT();
  const locale = useLocale();
  const { caseId, code, currency, asOf, rests, balance, refusal } = view;
  return (
    <FormPage
      title={t("papers.balance")}
      lead={t("papers.balance_lead")}
      back={{ to: `/cases/${caseId}/money`, label: code }}
    >
      {refusal && <WhyNot refusal={refusal} />}
      {balance && (
        <ActionForm answer={answer}>
          {rests && <Notice tone="wait">{t("papers.balance_rests")}</Notice>}
          <Figures balance={balance} currency={currency} asOf={asOf} />
          <p className="form-say">{t("papers.balance_final")}</p>
          <input type="hidden" name="total" value={balance.total} />
          <input type="hidden" name="asOf" value={asOf} />
          <Button tone="primary">
            {t("papers.balance_submit", { amount: formatMoney(balance.total, currency, locale) })}
          </Button>
        </ActionForm>
      )}
    </FormPage>
  );
}

function Figures({ balance, currency, asOf }: { balance: Balance; currency: string; asOf: string }) {
  const t = useT();
  const paid = balance.payments.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const lines = [
    { label: t("receipt.part.principal"), amount: balance.principal },
    { label: t("receipt.part.interest"), amount: balance.interest.amount },
    { label: t("receipt.part.costs"), amount: balance.costs },
    { label: t("balance.paid"), amount: String(-paid) },
    { label: t("balance.total"), amount: balance.total },
  ];
  return (
    <>
      <p>
        {t("balance.as_of")} <DateText on={asOf} />
      </p>
      <KeyValue
        figures
        total
        pairs={lines.map(({ label, amount }) => ({
          label,
          value: <Money amount={amount} currency={currency} />,
        }))}
      />
      {balance.interest.citation && (
        <p className="hint">{t("balance.interest_basis", { citation: balance.interest.citation })}</p>
      )}
    </>
  );
}

function WhyNot({ refusal }: { refusal: NoBalance }) {
  const t = useT();
  if (refusal.kind === "overpaid") return <Notice tone="shut">{t("papers.balance_overpaid")}</Notice>;
  const own = `papers.balance_why.${refusal.reason}`;
  const key = t.has(own) ? own : `law.reason.${refusal.reason}`;
  return (
    <Notice tone="shut">
      <p>{t("papers.balance_cannot")}</p>
      {t.has(key) && <p>{t(key)}</p>}
    </Notice>
  );
}
