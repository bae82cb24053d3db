import { Link } from "@remix-run/react";
import type { PaperKind } from "#app/domain/papers/content.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DateText, Money } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

export type ListedPaper = {
  id: string;
  kind: PaperKind;
  number: string;
  issuedOn: string;
  currency: string;
  total: string;
  code: string | null;
  caseId: string | null;
  undone: boolean;
  from: string | null;
  to: string | null;
  mayCancel: boolean;
};
type Billing = { known: boolean; mayKeep: boolean };

type PapersListProps = {
  papers: ListedPaper[];
  /** On a case's own page its code is not said again. */
  onCase?: boolean;
  next?: string | null;
};

/** Papers as they were issued, the last first, each to be downloaded. */
export function PapersList({ papers, onCase = false, next }: PapersListProps) {
  const t = useT();
  const columns = useColumns(onCase);
  return (
    <>
      <DataTable
        caption={t("papers.caption")}
        columns={columns}
        rows={papers}
        rowKey={({ id }) => id}
        empty={<p>{t("papers.none")}</p>}
      />
      <Pagination next={next} />
    </>
  );
}

function useColumns(onCase: boolean): Column<ListedPaper>[] {
  const t = useT();
  const about: Column<ListedPaper> = {
    key: "case",
    header: t("paper.on_case"),
    cell: ({ code, caseId }) => (code && caseId ? <Link to={`/cases/${caseId}/money`}>{code}</Link> : "–"),
  };
  return [
    {
      key: "number",
      header: t("paper.number"),
      cell: ({ kind, number, undone }) => (
        <>
          <span className="nowrap">{number}</span> <span className="hint">{t(`paper.kind.${kind}`)}</span>{" "}
          {undone && <Chip tone="shut">{t("papers.undone")}</Chip>}
        </>
      ),
    },
    { key: "on", header: t("paper.issued_on"), cell: ({ issuedOn }) => <DateText on={issuedOn} /> },
    {
      key: "party",
      header: t("papers.party"),
      cell: ({ from, to }) =>
        from === null ? t("papers.to", { name: to ?? t("papers.debtor") }) : t("papers.from", { name: from }),
    },
    ...(onCase ? [] : [about]),
    {
      key: "total",
      header: t("paper.amount"),
      align: "end",
      cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
    },
    { key: "files", header: t("papers.files"), cell: (paper) => <Files paper={paper} /> },
  ];
}

function Files({ paper: { id, number, mayCancel } }: { paper: ListedPaper }) {
  const t = useT();
  return (
    <span className="paper-files">
      {(["pdf", "csv"] as const).map((form) => (
        <a key={form} href={`/papers/${id}/${form}`} aria-label={t(`papers.${form}_of`, { number })}>
          {form.toUpperCase()}
        </a>
      ))}
      {mayCancel && (
        <Link to={`/papers/${id}/cancel`} aria-label={t("papers.cancel_of", { number })}>
          {t("papers.cancel_short")}
        </Link>
      )}
    </span>
  );
}

/** What is missing before papers can be issued or received, and where to give it. */
export function BillingNotice({ billing }: { billing: Billing }) {
  const t = useT();
  if (billing.known)
    return billing.mayKeep ? (
      <p>
        <Link to="/payments/billing">{t("billing.change")}</Link>
      </p>
    ) : null;
  return (
    <Notice tone="wait" title={t("billing.missing")}>
      <p>{t("billing.missing_text")}</p>
      {billing.mayKeep ? (
        <p className="money-actions">
          <LinkButton to="/payments/billing">{t("billing.give")}</LinkButton>
        </p>
      ) : (
        <p>{t("billing.managers_only")}</p>
      )}
    </Notice>
  );
}

type PapersCardProps = PapersListProps & { billing: Billing | null };

export function PapersCard({ billing, ...list }: PapersCardProps) {
  const t = useT();
  return (
    <Card title={t("papers.title")} id="papers">
      <div className="stack">
        {billing && <BillingNotice billing={billing} />}
        <PapersList {...list} />
      </div>
    </Card>
  );
}

export function PlatformPapersPage(props: PapersCardProps) {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={t("nav.papers")} lead={t("papers.platform_lead")} />
      <PapersCard {...props} />
    </div>
  );
}
