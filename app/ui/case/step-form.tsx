import { Link } from "@remix-run/react";
import type { Decision } from "#app/domain/law/types.ts";
import type { StepField } from "#app/domain/timeline/step-forms.ts";
import { factName } from "#app/messages/finding.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { CaseHeader, type CaseHeading } from "./case-header.tsx";
import { Findings } from "./findings.tsx";
import { ProofFields } from "./proof-fields.tsx";
import { StepState, stepName } from "./step-choice.tsx";
import { StepFields } from "./step-fields.tsx";
import { type WritableStep, WriteHere } from "./write-here.tsx";

type StepFormProps = {
  view: {
    heading: CaseHeading;
    zone: string;
    today: string;
    time: string;
    currency: string;
    states: string[];
    steps: { type: string; decision: Decision }[];
    evidence: { id: string; title: string }[];
    templates: WritableStep[];
  };
  type: string;
  fields: readonly StepField[];
  /** Items that the rules ask about the letter. */
  items: readonly string[];
  timed: boolean;
  answer: { errors: object; decision?: Decision } | undefined;
};

/** One step: what the law says of it now, then its date, its proof and what the rules ask about it. */
export function StepForm({ view, type, fields, items, timed, answer }: StepFormProps) {
  const t = useT();
  const now = view.steps[0]?.decision;
  const refused = answer?.decision ?? null;
  const isCall = type === "call";
  return (
    <div className="form stack">
      <CaseHeader heading={view.heading} tabs={[]} />
      <WriteHere caseId={view.heading.caseId} templates={view.templates} />
      {refused ? (
        <Notice tone="shut" title={t("step.refused_title")}>
          <p>{t("step.refused_text")}</p>
          <Findings findings={refused.findings} zone={view.zone} />
        </Notice>
      ) : (
        now &&
        now.findings.length > 0 && (
          <Notice tone={now.allowed ? "info" : "wait"} title={t(now.allowed ? "step.mind" : "step.not_now")}>
            <Findings findings={now.findings} zone={view.zone} />
          </Notice>
        )
      )}
      <Card title={stepName(type, t)} aside={now && <StepState decision={now} zone={view.zone} />}>
        <ActionForm answer={answer} multipart values={{ occurredOn: view.today, occurredTime: view.time }}>
          <input type="hidden" name="type" value={type} />
          <DateField
            name="occurredOn"
            label={t("step.date")}
            hint={t("step.date_hint", { zone: view.zone })}
            max={view.today}
          />
          {timed && (
            <TextField name="occurredTime" label={t("step.time")} hint={t("step.time_hint")} width="short" />
          )}
          {fields.includes("words") && (
            <p>
              <Link to={`/cases/${view.heading.caseId}/words?type=${type}`}>{t("step.check_words")}</Link>
            </p>
          )}
          <StepFields
            fields={fields}
            isCall={isCall}
            items={items.map((value) => ({ value, label: factName(`action.items.${value}`, t) }))}
            currency={view.currency}
            states={view.states.map((code) => {
              const key = `law.pack.US-${code}`;
              return { value: code, label: t.has(key) ? t(key) : code };
            })}
          />
          <ProofFields evidence={view.evidence} />
          <Button tone="primary">{t("step.submit")}</Button>
        </ActionForm>
      </Card>
    </div>
  );
}
