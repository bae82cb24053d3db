import { Link } from "@remix-run/react";
import type { Said } from "#app/domain/contact/script.ts";
import type { Decision, Finding } from "#app/domain/law/types.ts";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { CallForm } from "./call-form.tsx";
import { ScriptCard, type ScriptView } from "./script-card.tsx";
import { Lawful, Limits } from "./standing.tsx";

export type CallView = ScriptView & {
  heading: CaseHeading;
  zone: string;
  barred: boolean;
  localTime: string;
  debtor: { name: string | null; phone: string | null };
  decision: Decision;
  hours: { from: string; to: string }[];
  used: number;
  left: number | null;
  must: Said[];
};

type CallProps = { view: CallView; answer: unknown; refused: Finding[] | null };

/** Beside the phone: whether to call now, what to say and to whom, and the form for what came of it. */
export function CallPage({ view, answer, refused }: CallProps) {
  const t = useT();
  const { heading, zone } = view;
  return (
    <div className="form stack">
      <CaseHeader heading={heading} tabs={[]} />
      <PageHeader title={t("call.title")} lead={t("call.lead")} />
      {refused && (
        <Notice tone="shut" title={t("call.refused")}>
          <Findings findings={refused} zone={zone} />
        </Notice>
      )}
      <Lawful of="call" decision={view.decision} zone={zone} barred={view.barred ? t("call.barred") : null} />
      <Limits
        of="call"
        view={view}
        pairs={[{ label: t("call.number"), value: view.debtor.phone ?? t("call.no_number") }]}
      />
      <ScriptCard of="call" view={view} at={`/cases/${heading.caseId}/call`} />
      <CallForm view={view} answer={answer} />
      <p>
        <Link to={`/cases/${heading.caseId}/step?type=call`}>{t("call.earlier")}</Link>
      </p>
    </div>
  );
}
