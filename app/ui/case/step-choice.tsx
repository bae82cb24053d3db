import { Link } from "@remix-run/react";
import type { Decision } from "#app/domain/law/types.ts";
import { earliestOf } from "#app/messages/finding.ts";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { CaseHeader, type CaseHeading } from "./case-header.tsx";

type StepChoiceProps = {
  view: {
    heading: CaseHeading;
    engaged: boolean;
    zone: string;
    steps: { type: string; decision: Decision }[];
  };
};

/** Every step the pack knows, each with what the law says of it now. A blocked one still opens: its reasons teach. */
export function StepChoice({ view }: StepChoiceProps) {
  const t = useT();
  return (
    <div className="form stack">
      <CaseHeader heading={view.heading} tabs={[]} />
      <p className="lead">{t("step.lead")}</p>
      {view.engaged ? (
        <Card title={t("step.choose")}>
          <ul className="step-choices">
            {view.steps.map((step) => (
              <li key={step.type}>
                <Link to={`?type=${step.type}`}>{stepName(step.type, t)}</Link>{" "}
                <StepState decision={step.decision} zone={view.zone} />
              </li>
            ))}
          </ul>
        </Card>
      ) : (
        <Notice tone="wait">{t("step.none")}</Notice>
      )}
    </div>
  );
}

export function stepName(type: string, t: ReturnType<typeof useT>): string {
  const key = `law.action.${type}`;
  return t.has(key) ? t(key) : type;
}

/** Allowed, waiting for a date, or missing something: icon and word. */
export function StepState({ decision, zone }: { decision: Decision; zone: string }) {
  const t = useT();
  const locale = useLocale();
  if (decision.allowed) return <Chip tone="ok">{t("step.lawful_now")}</Chip>;
  const date = earliestOf(decision, { t, locale, zone });
  if (date) return <Chip tone="wait">{t("step.lawful_from", { date })}</Chip>;
  return <Chip tone="shut">{t("step.not_yet")}</Chip>;
}
