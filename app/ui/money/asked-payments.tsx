import { Link } from "@remix-run/react";
import type { OwedPurpose } from "#app/domain/payments/asking.ts";
import type { PaymentPurpose, PaymentStatus } from "#app/domain/payments/payments.ts";
import { formatMoney } from "#app/messages/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";

export type AskedPayment = {
  id: string;
  purpose: PaymentPurpose;
  status: PaymentStatus;
  amount: number;
  currency: string;
  payee: string;
  /** What went back of it. */
  back: number;
  path: string;
  url: string;
  mayWithdraw: boolean;
};

type AskedPaymentsProps = {
  caseId: string;
  payments: AskedPayment[];
  mayAsk: boolean;
  owes: OwedPurpose[];
};

const tones: Record<PaymentStatus, ChipTone> = {
  starting: "wait",
  open: "wait",
  processing: "wait",
  paid: "ok",
  failed: "bad",
  expired: "shut",
  withdrawn: "shut",
};

/** What was asked for through the payment provider, how it stands, and what can be asked for or paid now. */
export function AskedPayments({ caseId, payments, mayAsk, owes }: AskedPaymentsProps) {
  const t = useT();
  const at = `/cases/${caseId}/money`;
  const columns = useColumns(at);
  if (payments.length === 0 && !mayAsk && owes.length === 0) return null;
  return (
    <Card title={t("asked.title")}>
      <DataTable
        caption={t("asked.caption")}
        rows={payments}
        rowKey={({ id }) => id}
        empty={<p>{t("asked.none")}</p>}
        columns={columns}
      />
      <p className="money-actions">
        {mayAsk && <LinkButton to={`${at}/ask`}>{t("asked.ask")}</LinkButton>}
        {owes.map((purpose) => (
          <LinkButton key={purpose} to={`${at}/pay?for=${purpose}`}>
            {t(`asked.pay_${purpose}`)}
          </LinkButton>
        ))}
      </p>
    </Card>
  );
}

function useColumns(at: string): Column<AskedPayment>[] {
  const t = useT();
  const locale = useLocale();
  return [
    { key: "what", header: t("asked.what"), cell: ({ purpose }) => t(`pay.what.${purpose}`) },
    { key: "payee", header: t("asked.payee"), cell: ({ payee }) => payee },
    {
      key: "status",
      header: t("asked.status"),
      cell: ({ status, back, currency }) => (
        <>
          <Chip tone={tones[status]}>{t(`pay.status.${status}`)}</Chip>
          {back > 0 && (
            <span className="hint">
              {" "}
              {t("asked.came_back", { amount: formatMoney(back, currency, locale) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: "page",
      header: t("asked.page"),
      cell: ({ id, path, url, status, mayWithdraw }) => (
        <>
          <Link to={path}>{t("asked.open")}</Link>{" "}
          {status !== "paid" && status !== "withdrawn" && (
            <CopyableId value={url} short={path.slice(0, 12)} />
          )}{" "}
          {mayWithdraw && <Link to={`${at}/withdraw?payment=${id}`}>{t("asked.withdraw")}</Link>}
        </>
      ),
    },
    {
      key: "amount",
      header: t("money.amount"),
      align: "end",
      cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
    },
  ];
}
