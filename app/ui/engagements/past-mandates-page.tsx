import { Link } from "@remix-run/react";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Day } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

type Paper = {
  name: string;
  kind: "engagement" | "authority" | "certificate" | "amendment" | "amendment_certificate";
  number: number | null;
};
type PastMandate = {
  caseId: string;
  id: string;
  code: string;
  firms: { creditor: string; collector: string };
  engagedAt: Date | null;
  endedAt: Date | null;
  bills: "case" | "lot" | null;
  papers: Paper[];
};
type View = { mandates: PastMandate[]; next: string | null; collector: boolean; zone: string };

/** Mandates that have ended, with their signed papers. */
export function PastMandatesPage({ view: { mandates, next, collector, zone } }: { view: View }) {
  const t = useT();
  return (
    <>
      <PageHeader
        back={collector ? { to: "/bids", label: t("bids.title") } : { to: "/cases", label: t("nav.cases") }}
        title={t("past.title")}
        lead={t(collector ? "past.lead_collector" : "past.lead_creditor")}
      />
      <DataTable
        caption={t("past.title")}
        rows={mandates}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t("past.empty_title")}>
            <p>{t("past.empty_text")}</p>
          </EmptyState>
        }
        columns={[
          { key: "case", header: t("past.subject"), cell: ({ code }) => <code>{code}</code> },
          {
            key: "firm",
            header: t("past.other_side"),
            cell: ({ firms }) => (collector ? firms.creditor : firms.collector),
          },
          {
            key: "from",
            header: t("past.from"),
            cell: ({ engagedAt }) => engagedAt && <Day at={engagedAt} zone={zone} />,
          },
          {
            key: "until",
            header: t("past.until"),
            cell: ({ endedAt }) => endedAt && <Day at={endedAt} zone={zone} />,
          },
          { key: "papers", header: t("past.papers"), cell: (mandate) => <Papers mandate={mandate} /> },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}

function Papers({ mandate: { caseId, id, code, papers, bills } }: { mandate: PastMandate }) {
  const t = useT();
  return (
    <ul className="paper-links">
      {papers.map(({ name, kind, number }) => (
        <li key={name}>
          <a href={`/mandates/${caseId}/${id}/${name}`} download>
            {t(`past.paper.${kind}`, { number: number ?? "" })}
            <span className="visually-hidden">, {code}</span>
          </a>
        </li>
      ))}
      {bills && (
        <li>
          <Link to={`/mandates/${caseId}/${id}/${bills === "lot" ? "cases" : "invoice"}`}>
            {t(bills === "lot" ? "past.fees" : "papers.issue")}
            <span className="visually-hidden">, {code}</span>
          </Link>
        </li>
      )}
    </ul>
  );
}
