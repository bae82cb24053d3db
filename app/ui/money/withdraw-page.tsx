import type { PaymentPurpose } from "#app/domain/payments/payments.ts";
import { formatMoney } from "#app/messages/format.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";

type WithdrawPageProps = {
  view: {
    caseId: string;
    code: string;
    payment: { id: string; purpose: PaymentPurpose; amount: number; currency: string } | null;
  };
  answer: unknown;
};

/** Which payment is asked for no longer, and what that does. */
export function WithdrawPage({ view: { caseId, code, payment }, answer }: WithdrawPageProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <FormPage
      title={t("withdraw.title")}
      lead={t("withdraw.lead")}
      back={{ to: `/cases/${caseId}/money`, label: code }}
    >
      {payment ? (
        <ActionForm answer={answer}>
          <p className="form-say">
            {t("withdraw.which", {
              amount: formatMoney(payment.amount, payment.currency, locale),
              what: t(`pay.what.${payment.purpose}`),
            })}
          </p>
          <input type="hidden" name="paymentId" value={payment.id} />
          <Button tone="danger">{t("withdraw.submit")}</Button>
        </ActionForm>
      ) : (
        <Notice tone="info">{t("withdraw.none")}</Notice>
      )}
    </FormPage>
  );
}
