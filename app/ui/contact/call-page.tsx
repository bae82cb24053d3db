import { Link } from "@remix-run/react";
import type { Said } from "#app/domain/contact/call-scripts.data.ts";
import type { Decision, Finding } from "#app/domain/law/types.ts";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { CallForm } from "./call-form.tsx";
import { CallScriptCard, type ScriptView } from "./call-script.tsx";

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
      <Standing view={view} />
      <CallScriptCard view={view} at={`/cases/${heading.caseId}/call`} />
      <CallForm view={view} answer={answer} />
      <p>
        <Link to={`/cases/${heading.caseId}/step?type=call`}>{t("call.earlier")}</Link>
      </p>
    </div>
  );
}

function Standing({ view }: { view: CallView }) {
  const t = useT();
  const { decision, zone, hours, used, left, debtor } = view;
  const isOpen = decision.allowed && !view.barred;
  return (
    <>
      <Notice tone={isOpen ? "ok" : "shut"} title={t(isOpen ? "call.lawful" : "call.not_now")}>
        {view.barred && <p>{t("call.barred")}</p>}
        {decision.earliest && (
          <p>
            <Phrase of="call.next" nodes={{ at: <Instant key="at" at={decision.earliest} zone={zone} /> }} />
          </p>
        )}
        {decision.findings.length > 0 && <Findings findings={decision.findings} zone={zone} />}
      </Notice>
      <Card>
        <KeyValue
          pairs={[
            { label: t("call.number"), value: debtor.phone ?? t("call.no_number") },
            { label: t("call.local_time"), value: view.localTime },
            {
              label: t("call.hours"),
              value: hours.map(({ from, to }) => `${from}–${to}`).join(", ") || t("call.no_hours"),
            },
            { label: t("call.used"), value: String(used) },
            { label: t("call.left"), value: left === null ? t("call.no_cap") : String(left) },
          ]}
        />
      </Card>
    </>
  );
}
