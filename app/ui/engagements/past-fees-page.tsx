import { Link } from "@remix-run/react";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Money } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

type Fee = { caseId: string; code: string; currency: string; due: string; billed: string };
type View = { code: string; mandateId: string; fees: Fee[]; next: string | null };

/** What came due of the fee under an ended mandate, case by case, each with the way to bill it. */
export function PastFeesPage({ view: { code, mandateId, fees, next } }: { view: View }) {
  const t = useT();
  return (
    <>
      <PageHeader
        back={{ to: "/mandates", label: t("past.title") }}
        title={t("past.fees_title", { code })}
        lead={t("past.fees_lead")}
      />
      <DataTable
        caption={t("past.fees")}
        rows={fees}
        rowKey={({ caseId }) => caseId}
        empty={
          <EmptyState title={t("past.fees_none")}>
            <p>{t("past.fees_none_text")}</p>
          </EmptyState>
        }
        columns={[
          { key: "case", header: t("past.fees_case"), cell: (fee) => <code>{fee.code}</code> },
          {
            key: "due",
            header: t("past.fees_due"),
            align: "end",
            cell: ({ due, currency }) => <Money amount={due} currency={currency} />,
          },
          {
            key: "billed",
            header: t("past.fees_billed"),
            align: "end",
            cell: ({ billed, currency }) => <Money amount={billed} currency={currency} />,
          },
          {
            key: "bill",
            header: t("papers.issue"),
            cell: (fee) =>
              fee.due !== fee.billed && (
                <Link to={`/mandates/${fee.caseId}/${mandateId}/invoice`}>
                  {t("papers.issue")}
                  <span className="visually-hidden">, {fee.code}</span>
                </Link>
              ),
          },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}
