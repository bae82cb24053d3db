import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { CaseHeader, type CaseHeading } from "./case-header.tsx";
import { ProofFields } from "./proof-fields.tsx";

type Closing = "closed_paid" | "closed_settled" | "closed_withdrawn" | "closed_uncollectable";
type CloseCasePageProps = {
  view: { heading: CaseHeading; evidence: { id: string; title: string }[]; closings: Closing[] };
  answer: unknown;
};

/** How it ended, with proof; the button says that it is for good. */
export function CloseCasePage({ view, answer }: CloseCasePageProps) {
  const t = useT();
  return (
    <div className="form stack">
      <CaseHeader heading={view.heading} tabs={[]} />
      <p className="lead">{t("close.lead")}</p>
      <Card title={t("close.title")}>
        <ActionForm answer={answer} multipart>
          <RadioCards
            name="closing"
            label={t("close.how")}
            choices={view.closings.map((value) => ({
              value,
              label: t(`close.${value}`),
              hint: t(`close.${value}_hint`),
            }))}
          />
          <ProofFields evidence={view.evidence} noteNeeded noteHint={t("close.note")} />
          <Button tone="danger">{t("close.submit")}</Button>
        </ActionForm>
      </Card>
    </div>
  );
}
