import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

/** `at`: the round that the bid is in. */
type WithdrawView = { at: string; code: string; zone: string; closesAt: Date };

export function WithdrawPage({ view, answer }: { view: WithdrawView; answer: unknown }) {
  const t = useT();
  return (
    <>
      <PageHeader title={t("bid.withdraw_title", { case: view.code })} />
      <Card>
        <p>
          <Phrase of="bid.withdraw_text" nodes={{ time: <Instant at={view.closesAt} zone={view.zone} /> }} />
        </p>
        <ActionForm answer={answer}>
          <div className="form-acts">
            <Button tone="danger">{t("bid.withdraw_submit")}</Button>
            <LinkButton to={view.at} tone="quiet">
              {t("bid.keep")}
            </LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
