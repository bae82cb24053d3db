import { Link } from "@remix-run/react";
import type { PaymentPurpose, PaymentStatus } from "#app/domain/payments/payments.ts";
import { formatMoney } from "#app/messages/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Money } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useLookAgain } from "#app/ui/look-again.ts";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice, type NoticeTone } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { InParts, PayPlan } from "#app/ui/plans/pay-plan.tsx";
import type { PlanShown } from "#app/ui/plans/plan-parts.tsx";

type PayView = {
  purpose: PaymentPurpose;
  amount: number;
  currency: string;
  status: PaymentStatus;
  sessionUrl: string | null;
  code: string;
  payee: string;
  creditor: string;
  isOver: boolean;
  receipt: boolean;
  isSettled: boolean;
  local: boolean;
  caseId: string | null;
  plan: PlanShown | null;
  inParts: string | null;
};

/** The payer's page: who is paid, what for and how much; then one button, or what became of it. */
export function PayPage({ payment, here }: { payment: PayView | null; here: string }) {
  const t = useT();
  const locale = useLocale();
  if (!payment) return <PageHeader title={t("pay.gone.title")} lead={t("pay.gone.text")} />;
  const { purpose, amount, currency, code, payee, creditor, local, caseId } = payment;
  const isDebtor = purpose === "recovery";
  return (
    <div className="stack form">
      <PageHeader
        title={t(mayBePaid(payment) ? "pay.title" : "pay.title_over", {
          amount: formatMoney(amount, currency, locale),
        })}
        lead={t("pay.lead", { what: t(`pay.what.${purpose}`), code })}
        back={caseId ? { to: `/cases/${caseId}/money`, label: code } : undefined}
      />
      {local && <Notice tone="info">{t("payments.local")}</Notice>}
      <Card>
        <KeyValue
          pairs={[
            { label: t("pay.amount"), value: <Money amount={amount} currency={currency} /> },
            { label: t("pay.to"), value: payee },
            ...(isDebtor && creditor !== payee ? [{ label: t("pay.creditor"), value: creditor }] : []),
            { label: t("pay.reference"), value: <code>{code}</code> },
          ]}
        />
        <NextAct payment={payment} here={here} />
        {payment.receipt && (
          <p className="pay-act">
            <a href={`${here}/receipt`}>{t("receipt.download")}</a>
          </p>
        )}
      </Card>
      {payment.inParts && <InParts path={payment.inParts} />}
      {payment.plan && <PayPlan plan={payment.plan} here={here} />}
      {isDebtor && (
        <>
          <Card title={t("pay.genuine.title")}>
            <p>{t("pay.genuine.text", { payee })}</p>
          </Card>
          <Card title={t("pay.doubt.title")}>
            <p>{t("pay.doubt.text")}</p>
          </Card>
        </>
      )}
    </div>
  );
}

/** Whether there is still something to do for the payer: a title that says "pay" is an order. */
const mayBePaid = ({ status, ...ends }: PayView) =>
  status !== "paid" && status !== "processing" && status !== "withdrawn" && endOf(ends) === null;

const tones: Record<Exclude<PaymentStatus, "open">, NoticeTone> = {
  starting: "wait",
  processing: "wait",
  paid: "ok",
  failed: "info",
  expired: "info",
  withdrawn: "shut",
};

/** Why nothing is to be paid here, though nothing was. */
const endOf = ({ isOver, isSettled }: Pick<PayView, "isOver" | "isSettled">) =>
  isOver ? ("over" as const) : isSettled ? ("settled" as const) : null;

function NextAct({ payment, here }: { payment: PayView; here: string }) {
  const t = useT();
  const locale = useLocale();
  const { status, sessionUrl, amount, currency, payee, isOver, isSettled } = payment;
  useLookAgain(status === "starting");
  const end = status === "paid" || status === "processing" ? null : endOf({ isOver, isSettled });
  if (end)
    return (
      <Notice tone="shut" title={t(`pay.${end}.title`)}>
        <p>{t(`pay.${end}.text`)}</p>
      </Notice>
    );
  if (status === "open" && sessionUrl)
    return (
      <div className="pay-act">
        <a className="button primary wide" href={sessionUrl} aria-describedby="pay-hint">
          <span>{t("pay.go")}</span>
        </a>
        <p className="hint" id="pay-hint">
          {t("pay.go_hint")}
        </p>
      </div>
    );
  const shown = status === "open" ? "starting" : status;
  const said = { amount: formatMoney(amount, currency, locale), payee };
  return (
    <>
      <Notice tone={tones[shown]} title={t(`pay.${shown}.title`)}>
        <p>{t(`pay.${shown}.text`, said)}</p>
      </Notice>
      {(shown === "failed" || shown === "expired") && (
        <ActionForm action={`${here}/again`} className="pay-act">
          <Button tone="primary">{t("pay.again")}</Button>
        </ActionForm>
      )}
      {shown === "starting" && (
        <p className="pay-act">
          <Link to={here}>{t("pay.look_again")}</Link>
        </p>
      )}
    </>
  );
}
