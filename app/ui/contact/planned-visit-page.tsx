import { Link } from "@remix-run/react";
import type { Conduct } from "#app/domain/contact/visit-conduct.data.ts";
import type { VisitPlace } from "#app/domain/contact/visit-forms.ts";
import type { Decision, Finding } from "#app/domain/law/types.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader } from "#app/ui/case/case-header.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Citation } from "#app/ui/citation.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ScriptCard, type ScriptView } from "./script-card.tsx";
import { Lawful, Limits } from "./standing.tsx";
import { VisitForm } from "./visit-form.tsx";
import { Door, VisitChip, type VisitRow, type VisitView } from "./visit-page.tsx";

export type PlannedVisitView = ScriptView &
  Pick<VisitView, "heading" | "zone" | "localTime" | "hours" | "used" | "left" | "address"> & {
    decision: Decision;
    conduct: Conduct[];
    when: "ahead" | "today" | "over";
    why: string | null;
    plan: VisitRow & {
      place: VisitPlace;
      plannedFor: string;
      startTime: string;
      endedAt: string | null;
      stoppedWhy: string | null;
      findings: Finding[] | null;
      eventSeq: number | null;
      /** Null once it is erased. */
      purpose: string | null;
    };
  };

type PlannedProps = { view: PlannedVisitView; answer: unknown; refused: Finding[] | null };

/** Beside whoever stands at the door: whether to ring now, what to say and what not to do, and the form for what came of it. */
export function PlannedVisitPage({ view, answer, refused }: PlannedProps) {
  const t = useT();
  const { heading, plan, zone, when } = view;
  const at = `/cases/${heading.caseId}/visit/${plan.id}`;
  const isOpen = plan.status === "planned" || plan.status === "stopped";
  return (
    <div className="form stack">
      <CaseHeader heading={heading} tabs={[]} />
      <PageHeader
        title={t("visit.one")}
        back={{ to: `/cases/${heading.caseId}/visit`, label: t("visit.back") }}
        status={<VisitChip status={plan.status} />}
      />
      {refused && (
        <Notice tone="shut" title={t("visit.refused")}>
          <Findings findings={refused} zone={zone} />
        </Notice>
      )}
      <State view={view} />
      <Particulars view={view} />
      {isOpen && when !== "over" && (
        <>
          <Limits of="visit" view={view} pairs={[]} />
          <ScriptCard of="visit" view={view} at={at} />
          <ConductCard conduct={view.conduct} />
        </>
      )}
      {isOpen && when !== "ahead" && <VisitForm view={view} answer={answer} />}
      {plan.status === "planned" && (
        <ActionForm action={`${at}/withdraw`} label={t("visit.withdraw")}>
          <Button>{t("visit.withdraw")}</Button>
        </ActionForm>
      )}
    </div>
  );
}

function State({ view: { plan, zone, when, why, decision } }: { view: PlannedVisitView }) {
  const t = useT();
  const known = (word: string | null) => {
    const key = `visit.why.${word}`;
    return t.has(key) ? t(key) : null;
  };
  switch (plan.status) {
    case "planned":
      if (when === "over") return <Notice tone="wait">{t("visit.say_what_came")}</Notice>;
      return (
        <Lawful
          of="visit"
          decision={decision}
          zone={zone}
          barred={known(why)}
          titles={when === "ahead" ? { lawful: t("visit.lawful_then"), not: t("visit.not_then") } : undefined}
        />
      );
    case "stopped":
      return (
        <Notice tone="shut" title={t("visit.stopped")}>
          <p>{known(plan.stoppedWhy)}</p>
          {plan.findings && <Findings findings={plan.findings} zone={zone} />}
          <p>{t("visit.stopped_text")}</p>
        </Notice>
      );
    case "done":
      return <Notice tone="ok">{t("visit.done")}</Notice>;
    case "withdrawn":
      return <Notice tone="info">{known(plan.stoppedWhy) ?? t("visit.withdrawn")}</Notice>;
  }
}

function Particulars({ view: { plan, zone, address, heading } }: { view: PlannedVisitView }) {
  const t = useT();
  const { outcome, endedAt, eventSeq } = plan;
  return (
    <Card>
      <KeyValue
        pairs={[
          { label: t("visit.planned_for"), value: <Instant at={plan.plannedFor} zone={zone} /> },
          { label: t("visit.goes"), value: plan.goes ?? t("visit.goer_left") },
          { label: t("visit.address"), value: <Door address={address} /> },
          { label: t("visit.place"), value: t(`visit.place.${plan.place}`) },
          { label: t("visit.purpose"), value: plan.purpose ?? t("visit.erased") },
          ...(outcome ? [{ label: t("spoken.outcome"), value: t(`visit.outcome.${outcome}`) }] : []),
          ...(endedAt
            ? [
                { label: t("visit.from"), value: <Instant at={plan.at} zone={zone} /> },
                { label: t("visit.to"), value: <Instant at={endedAt} zone={zone} /> },
              ]
            : []),
          ...(eventSeq
            ? [
                {
                  label: t("contact.in_log"),
                  value: <Link to={`/cases/${heading.caseId}`}>{eventSeq}</Link>,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

/** What must not be done there, each with its source. */
function ConductCard({ conduct }: { conduct: Conduct[] }) {
  const t = useT();
  if (conduct.length === 0) return null;
  return (
    <Card title={t("visit.never_do")}>
      <ul>
        {conduct.map(({ key, cite, rule, force }) => (
          <li key={key}>
            {t(`visit.never_do.${key}`)} <Citation citation={cite} rule={rule} force={force} />
          </li>
        ))}
      </ul>
      <p>{t("visit.go_as_two")}</p>
    </Card>
  );
}
