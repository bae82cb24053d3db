import { Link } from "@remix-run/react";
import type { TaxNote, TaxUnknown } from "#app/domain/papers/tax.ts";
import { formatMoney, formatPercent } from "#app/messages/format.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Money } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Missing = { kind: "particulars-missing"; whose: "issuer" | "recipient" } | TaxUnknown;
type InvoiceView = {
  back: string;
  code: string;
  currency: string;
  /** Null where nothing is to be billed. */
  amount: string | null;
  undoes: boolean;
  bill: {
    issuer: string;
    recipient: string;
    net: string;
    notes: TaxNote[];
    tax: { rateBps: number; citation: string | null; tax: string }[];
  } | null;
  missing: Missing | null;
};

/** What would be billed, line by line, before the invoice is issued for good. */
export function InvoicePage({ view, answer }: { view: InvoiceView; answer: unknown }) {
  const t = useT();
  const locale = useLocale();
  const { back, code, currency, amount, undoes, bill, missing } = view;
  return (
    <FormPage title={t("papers.issue")} lead={t("papers.issue_lead")} back={{ to: back, label: code }}>
      {amount === null && <Notice tone="info">{t("papers.nothing_to_bill")}</Notice>}
      {missing && <MissingNotice missing={missing} />}
      {bill && amount !== null && (
        <ActionForm answer={answer}>
          {undoes && <Notice tone="wait">{t("papers.undoes_first")}</Notice>}
          <KeyValue
            pairs={[
              { label: t("paper.from"), value: bill.issuer },
              { label: t("paper.to"), value: bill.recipient },
              { label: t("papers.net"), value: <Money amount={bill.net} currency={currency} /> },
              ...bill.tax.map(({ rateBps, citation, tax }) => ({
                label: t("papers.tax", { percent: formatPercent(rateBps), citation: citation ?? "" }).trim(),
                value: <Money amount={tax} currency={currency} />,
              })),
              { label: t("paper.total"), value: <Money amount={amount} currency={currency} /> },
            ]}
          />
          {bill.notes.map(({ key, citation }) => (
            <p key={key} className="hint">
              {t(`paper.tax.${key}`, { citation: citation ?? "" })}
            </p>
          ))}
          <p className="form-say">{t("papers.issue_final")}</p>
          <input type="hidden" name="amount" value={amount} />
          <Button tone="primary">
            {t("papers.issue_submit", { amount: formatMoney(amount, currency, locale) })}
          </Button>
        </ActionForm>
      )}
    </FormPage>
  );
}

function MissingNotice({ missing }: { missing: Missing }) {
  const t = useT();
  if (missing.kind === "tax-unknown")
    return <Notice tone="shut">{t(`papers.tax_unknown.${missing.reason}`)}</Notice>;
  return (
    <Notice tone="wait">
      <p>{t(`papers.missing.${missing.whose}`)}</p>
      {missing.whose === "issuer" && <Link to="/payments/billing">{t("billing.give")}</Link>}
    </Notice>
  );
}

type CancelPageProps = {
  view: { number: string; currency: string; total: string; undone: string | null; back: string };
  answer: unknown;
};

export function CancelPage({ view, answer }: CancelPageProps) {
  const t = useT();
  const locale = useLocale();
  const { number, currency, total, undone, back } = view;
  return (
    <FormPage
      title={t("papers.cancel_title", { number })}
      lead={t("papers.cancel_lead", { amount: formatMoney(total, currency, locale) })}
      back={{ to: back, label: t("papers.title") }}
    >
      {undone ? (
        <Notice tone="shut">{t("papers.undone_by", { number: undone })}</Notice>
      ) : (
        <ActionForm answer={answer}>
          <Button tone="danger">{t("papers.cancel")}</Button>
        </ActionForm>
      )}
    </FormPage>
  );
}
