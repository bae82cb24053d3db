import { type ConductReason, type ConductVerdict, conductVerdicts } from "#app/domain/debtors/conduct.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type Report = {
  code: string;
  firm: string;
  reason: ConductReason;
  severe: boolean;
  verdict: ConductVerdict | null;
  reasons: string | null;
  reportedAt: string;
  dueAt: string;
  /** Every time the debtor said it, the first one first. */
  said: { at: string; words: string | null; paper: { documentId: string; title: string } | null }[];
  /** What was found about the firm before. */
  record: Record<ConductVerdict, number>;
};

type ReportPageProps = { report: Report; zone: string; answer: unknown };

/** What a debtor reported, in their words, and the one decision it waits for. */
export function ConductReportPage({ report, zone, answer }: ReportPageProps) {
  const t = useT();
  const { code, firm, reason, severe, verdict, record } = report;
  return (
    <div className="form stack">
      <PageHeader
        title={t("conduct.title", { code })}
        facts={[t(`conduct.reason.${reason}`)]}
        back={{ to: "/admin/conduct", label: t("nav.conduct") }}
      />
      {severe && verdict !== "unfounded" && <Notice tone="shut">{t("conduct.frozen")}</Notice>}
      <Card>
        <KeyValue
          pairs={[
            { label: t("conduct.firm"), value: <bdi>{firm}</bdi> },
            { label: t("conduct.record"), value: t("conduct.record_value", record) },
            { label: t("conduct.reported"), value: <Instant at={report.reportedAt} zone={zone} /> },
            { label: t("conduct.due"), value: <Instant at={report.dueAt} zone={zone} /> },
          ]}
        />
      </Card>
      <Card title={t("conduct.said")}>
        {report.said.map((said) => (
          <SaidOnce key={said.at} said={said} zone={zone} />
        ))}
      </Card>
      {verdict ? (
        <Notice tone={verdict === "upheld" ? "shut" : "ok"} title={t(`conduct.verdict.${verdict}`)}>
          <p className="own-words">{report.reasons}</p>
        </Notice>
      ) : (
        <Decide answer={answer} />
      )}
    </div>
  );
}

function SaidOnce({ said: { at, words, paper }, zone }: { said: Report["said"][number]; zone: string }) {
  const t = useT();
  return (
    <div>
      <p className="hint">
        {t("conduct.said_at")} <Instant at={at} zone={zone} />
      </p>
      <p className="own-words">{words ? <bdi>{words}</bdi> : t("conduct.no_words")}</p>
      {paper && (
        <p>
          {t("conduct.paper")}:{" "}
          <a href={`/documents/${paper.documentId}`}>
            <bdi>{paper.title}</bdi>
          </a>
        </p>
      )}
    </div>
  );
}

function Decide({ answer }: { answer: unknown }) {
  const t = useT();
  return (
    <Card>
      <ActionForm answer={answer}>
        <RadioCards
          name="verdict"
          label={t("conduct.verdict")}
          choices={conductVerdicts.map((value) => ({
            value,
            label: t(`conduct.verdict.${value}`),
            hint: t(`conduct.verdict.${value}_hint`),
          }))}
        />
        <TextArea
          name="reasons"
          label={t("conduct.reasons")}
          hint={t("conduct.reasons_hint")}
          rows={4}
          maxLength={2000}
        />
        <Button tone="primary">{t("conduct.decide")}</Button>
      </ActionForm>
    </Card>
  );
}
