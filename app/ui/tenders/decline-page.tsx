import { declineReasons } from "#app/domain/tenders/declines.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

/** `at`: the round that is passed by. */
type DeclineView = { at: string; code: string };

/** Passing a round by, with one of a closed list of reasons. */
export function DeclinePage({ view: { at, code }, answer }: { view: DeclineView; answer: unknown }) {
  const t = useT();
  return (
    <>
      <PageHeader title={t("decline.title", { case: code })} lead={t("decline.lead")} />
      <Card>
        <ActionForm answer={answer} className="form">
          <RadioCards
            name="reason"
            label={t("decline.reason")}
            choices={declineReasons.map((value) => ({ value, label: t(`decline.reason.${value}`) }))}
          />
          <div className="form-acts">
            <Button>{t("decline.submit")}</Button>
            <LinkButton to={at} tone="quiet">
              {t("decline.keep")}
            </LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
