import type { Obstacle } from "#app/domain/privacy/may-erase.ts";
import type { RetentionRow } from "#app/domain/privacy/retention.data.ts";
import { termText } from "#app/messages/term-text.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateText } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type TermShown = Pick<RetentionRow, "id" | "from" | "yearEnd" | "term" | "force" | "source"> & {
  since: string;
  endedOn: string;
  runs: boolean;
};
export type ErasureShown = {
  caseId: string;
  code: string;
  allowed: boolean;
  obstacles: Obstacle[];
  erasedOn: string | null;
  terms: TermShown[];
};

/** A debtor's request to be erased: what stands against it, by which term, and the one answer that this leaves. */
export function ErasePage({ view, answer }: { view: ErasureShown; answer: unknown }) {
  const t = useT();
  const at = `/admin/cases/${view.caseId}`;
  return (
    <>
      <PageHeader
        title={t("erasure.title", { code: view.code })}
        lead={t("erasure.lead")}
        back={{ to: at, label: view.code }}
      />
      <div className="stack">
        {view.erasedOn ? (
          <Notice tone="ok" title={t("debtor.erased")}>
            <DateText on={view.erasedOn} />
          </Notice>
        ) : (
          <Card>
            <Against view={view} />
            <ActionForm answer={answer} className="form">
              <input type="hidden" name="answer" value={view.allowed ? "erase" : "refuse"} />
              <p className="hint">{t(view.allowed ? "erasure.effect" : "erasure.refusal_effect")}</p>
              <div className="form-acts">
                <Button tone={view.allowed ? "danger" : "primary"} wide>
                  {t(view.allowed ? "erasure.erase" : "erasure.refuse")}
                </Button>
                <LinkButton to={at}>{t("form.cancel")}</LinkButton>
              </div>
            </ActionForm>
          </Card>
        )}
        {view.terms.length > 0 && <Terms terms={view.terms} />}
      </div>
    </>
  );
}

function Against({ view: { obstacles, terms, allowed } }: { view: ErasureShown }) {
  const t = useT();
  if (allowed) return <p>{t("erasure.free")}</p>;
  const running = terms.filter(({ runs }) => runs);
  return (
    <>
      <h2 className="part">{t("erasure.against")}</h2>
      <ul>
        {obstacles.map((obstacle) => (
          <li key={obstacle}>{t(`erasure.obstacle.${obstacle}`)}</li>
        ))}
        {running.map((term) => (
          <li key={term.id}>
            {termText(t, term)}
            {t("erasure.until")} <DateText on={term.endedOn} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Terms({ terms }: { terms: TermShown[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t("erasure.terms")}
      showCaption
      rows={terms}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        { key: "term", header: t("erasure.column.term"), cell: (term) => termText(t, term) },
        { key: "since", header: t("erasure.column.since"), cell: ({ since }) => <DateText on={since} /> },
        { key: "ends", header: t("erasure.column.ends"), cell: ({ endedOn }) => <DateText on={endedOn} /> },
        {
          key: "source",
          header: t("erasure.column.source"),
          cell: ({ source, force }) => (
            <>
              <a href={source.url}>
                {source.instrument}, {source.provision}
              </a>
              {force === "operator" && <> {t("erasure.own_term")}</>}
            </>
          ),
        },
      ]}
    />
  );
}
