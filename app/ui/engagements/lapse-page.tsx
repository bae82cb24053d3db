import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { Select } from "#app/ui/select.tsx";

type Plan = {
  firm: string;
  number: string;
  reason: "expired" | "suspended" | "holder_left";
  status: string;
  decideBy: Date;
  earliest: string;
  latest: string;
  others: { id: string; holderName: string; number: string }[];
  mayDecide: boolean;
};
type LapsePageProps = {
  view: {
    code: string;
    /** Of the case or the lot. */
    home: string;
    subject: "case" | "lot";
    zone: string;
    plan: Plan | null;
  };
  /** The refusal of one of the two forms, and which. */
  answer?: unknown;
  of?: "wait" | "pass";
};

/** The collector lost its licence: what that means, what the creditor may choose, and what happens without a choice. */
export function LapsePage({ view, answer, of }: LapsePageProps) {
  const t = useT();
  const { code, home, plan } = view;
  if (!plan) {
    return (
      <div className="stack form">
        <PageHeader title={t("lapse.none_heading", { case: code })} back={{ to: home, label: code }} />
        <EmptyState title={t("lapse.none_title")}>
          <p>{t("lapse.none_text")}</p>
        </EmptyState>
      </div>
    );
  }
  return <LapseChoices view={view} plan={plan} answer={answer} of={of} />;
}

function LapseChoices({ view, plan, answer, of }: LapsePageProps & { plan: Plan }) {
  const t = useT();
  const { code, home: at, subject, zone } = view;
  const { firm, number } = plan;
  const time = <Instant at={plan.decideBy} zone={zone} />;
  return (
    <div className="stack form">
      <PageHeader title={t("lapse.title", { firm, case: code })} back={{ to: at, label: code }} />
      <Notice tone="wait" title={t(`lapse.reason.${plan.reason}`, { number })}>
        <p>
          <Phrase of={plan.mayDecide ? "lapse.text" : "lapse.text_collector"} nodes={{ time }} />
        </p>
        {plan.status === "waiting" && (
          <p>
            <Phrase of="lapse.waiting" nodes={{ time }} />
          </p>
        )}
      </Notice>
      {plan.mayDecide && (
        <>
          <Card title={t("lapse.wait")}>
            <ActionForm
              action={`${at}/lapse/wait`}
              answer={of === "wait" ? answer : undefined}
              className="form"
            >
              <DateField
                name="until"
                label={t("lapse.wait_until")}
                hint={t("lapse.wait_hint")}
                min={plan.earliest}
                max={plan.latest}
              />
              <Button>{t("lapse.wait_submit")}</Button>
            </ActionForm>
          </Card>
          <PassCard at={at} plan={plan} answer={of === "pass" ? answer : undefined} />
          <Card title={t("lapse.retender")}>
            <p>{t(subject === "case" ? "retender.lead" : "lot.retender.lead", { firm })}</p>
            <div className="form-acts">
              <LinkButton to={`${at}/retender`} tone="primary">
                {t("mandate.end")}
              </LinkButton>
            </div>
          </Card>
        </>
      )}
    </div>
  );
}

function PassCard({ at, plan, answer }: { at: string; plan: Plan; answer: unknown }) {
  const t = useT();
  const { firm, others } = plan;
  return (
    <Card title={t("lapse.pass", { firm })}>
      {others.length === 0 ? (
        <p>{t("lapse.pass_none", { firm })}</p>
      ) : (
        <ActionForm action={`${at}/lapse/pass`} answer={answer} className="form">
          <Select
            name="licenceId"
            label={t("lapse.pass_to")}
            choices={others.map(({ id, holderName, number }) => ({
              value: id,
              label: `${holderName}, ${number}`,
            }))}
          />
          <Button>{t("lapse.pass_submit")}</Button>
        </ActionForm>
      )}
    </Card>
  );
}
