import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import type { CaseHeading } from "#app/ui/case/case-header.tsx";
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
  reason: "expired" | "suspended";
  status: string;
  decideBy: Date;
  earliest: string;
  latest: string;
  others: { id: string; holderName: string; number: string }[];
  mayDecide: boolean;
};
type LapsePageProps = {
  view: { heading: CaseHeading; place: { zone: string }; plan: Plan | null };
  /** The refusal of one of the two forms, and which. */
  answer?: unknown;
  of?: "wait" | "pass";
};

/** The collector lost its licence: what that means, what the creditor may choose, and what happens without a choice. */
export function LapsePage({ view, answer, of }: LapsePageProps) {
  const t = useT();
  const { heading, place, plan } = view;
  if (!plan) {
    return (
      <div className="stack form">
        <PageHeader
          title={t("lapse.none_heading", { case: heading.code })}
          back={{ to: `/cases/${heading.caseId}`, label: heading.code }}
        />
        <EmptyState title={t("lapse.none_title")}>
          <p>{t("lapse.none_text")}</p>
        </EmptyState>
      </div>
    );
  }
  return <LapseChoices heading={heading} zone={place.zone} plan={plan} answer={answer} of={of} />;
}

type ChoicesProps = Pick<LapsePageProps, "answer" | "of"> & {
  heading: CaseHeading;
  zone: string;
  plan: Plan;
};

function LapseChoices({ heading, zone, plan, answer, of }: ChoicesProps) {
  const t = useT();
  const { firm, number } = plan;
  const at = `/cases/${heading.caseId}`;
  const time = <Instant at={plan.decideBy} zone={zone} />;
  return (
    <div className="stack form">
      <PageHeader
        title={t("lapse.title", { firm, case: heading.code })}
        back={{ to: at, label: heading.code }}
      />
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
            <p>{t("retender.lead", { firm })}</p>
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
