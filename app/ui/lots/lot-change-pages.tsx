import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ReopenForm } from "#app/ui/tenders/reopen-form.tsx";
import type { LotHeading } from "./lot-header.tsx";

type ReopenProps = { view: { heading: LotHeading; scope: string; bids: number }; answer: unknown };

/** A new round for a lot whose last one brought nothing suitable. */
export function ReopenLotPage({ view: { heading, scope, bids }, answer }: ReopenProps) {
  const t = useT();
  const back = `/lots/${heading.caseId}/bids`;
  return (
    <>
      <PageHeader
        title={t("reopen.title", { case: heading.code })}
        lead={t("lot.reopen_lead")}
        back={{ to: back, label: t("award.back") }}
      />
      <div className="stack">
        {bids > 0 && <Notice tone="wait">{t("compare.none_fit_text")}</Notice>}
        <ReopenForm before={{ scope }} scopeHint={t("lot.reopen_scope_hint")} back={back} answer={answer} />
      </div>
    </>
  );
}

type WithdrawProps = {
  view: { heading: LotHeading; mayWithdraw: boolean; awarded: boolean };
  answer: unknown;
};

/** Before a lot is taken off the market: what ends with it. */
export function WithdrawLotPage({ view: { heading, mayWithdraw, awarded }, answer }: WithdrawProps) {
  const t = useT();
  const back = { to: `/lots/${heading.caseId}`, label: heading.code };
  const header = <PageHeader title={t("lot.withdraw_title", { lot: heading.code })} back={back} />;
  if (!mayWithdraw) {
    return (
      <>
        {header}
        <Notice tone="shut">{t("lot.withdraw_past")}</Notice>
      </>
    );
  }
  return (
    <>
      {header}
      <Card title={t("cases.edit.consequences")}>
        <ul>
          <li>{t("lot.withdraw_for_good")}</li>
          <li>{t(awarded ? "lot.withdraw_award" : "lot.withdraw_bids")}</li>
          <li>{t("lot.withdraw_kept", { count: heading.claims })}</li>
        </ul>
        <ActionForm answer={answer}>
          <div className="form-acts">
            <Button tone="danger" wide>
              {t("lot.withdraw_submit", { lot: heading.code })}
            </Button>
            <LinkButton to={back.to}>{t("form.cancel")}</LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
