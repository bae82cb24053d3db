import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type Change = {
  caseId: string;
  code: string;
  status: string;
  mayEdit: boolean;
  mayWithdraw: boolean;
  bids: number;
  returnReason: string | null;
};
type ChangePageProps = { change: Change; answer: unknown };

const live = (status: string) => status === "tendering" || status === "deciding";

/** Before a case is opened for editing: what sending the edit in will do. */
export function EditCasePage({ change, answer }: ChangePageProps) {
  const t = useT();
  const { caseId, code, status, returnReason } = change;
  const back = { to: `/cases/${caseId}`, label: code };
  if (!change.mayEdit) {
    return (
      <>
        <PageHeader title={t("cases.edit.title", { code })} back={back} />
        <Notice tone="shut" title={t("cases.edit.past")}>
          <p>{t("error.past_editing")}</p>
        </Notice>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("cases.edit.title", { code })} back={back} />
      <div className="stack">
        {returnReason && (
          <Notice tone="wait" title={t("cases.edit.returned")}>
            <p>{returnReason}</p>
          </Notice>
        )}
        <Card title={t("cases.edit.consequences")}>
          <ul>
            <li>{t("cases.edit.nothing_yet")}</li>
            <li>{t("cases.edit.review_again")}</li>
            {live(status) && <li>{t("cases.edit.voids_bids", { count: change.bids })}</li>}
            <li>{t("cases.edit.stays")}</li>
          </ul>
          <ActionForm answer={answer}>
            <div className="form-acts">
              <Button tone="primary" wide>
                {t("cases.edit.open", { code })}
              </Button>
              <LinkButton to={back.to}>{t("form.cancel")}</LinkButton>
            </div>
          </ActionForm>
        </Card>
      </div>
    </>
  );
}

/** Before a case is taken back: what ends with it. */
export function WithdrawCasePage({ change, answer }: ChangePageProps) {
  const t = useT();
  const { caseId, code, status } = change;
  const back = { to: `/cases/${caseId}`, label: code };
  const header = <PageHeader title={t("cases.withdraw.title", { code })} back={back} />;
  if (!change.mayWithdraw) {
    return (
      <>
        {header}
        <Notice tone="shut" title={t("cases.withdraw.past")}>
          <p>{t("error.past_withdrawing")}</p>
        </Notice>
      </>
    );
  }
  return (
    <>
      {header}
      <Card title={t("cases.edit.consequences")}>
        <ul>
          <li>{t("cases.withdraw.for_good")}</li>
          {live(status) && <li>{t("cases.edit.voids_bids", { count: change.bids })}</li>}
          {status === "signing" && <li>{t("cases.withdraw.award")}</li>}
          <li>{t("cases.withdraw.kept")}</li>
        </ul>
        <ActionForm answer={answer} className="form">
          <TextArea
            name="note"
            label={t("cases.withdraw.note")}
            hint={t("cases.withdraw.note_hint")}
            maxLength={2_000}
            optional
          />
          <div className="form-acts">
            <Button tone="danger" wide>
              {t("cases.withdraw.submit", { code })}
            </Button>
            <LinkButton to={back.to}>{t("form.cancel")}</LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
