import { Link } from "@remix-run/react";
import type { AccountKind } from "#app/domain/ledger/accounts.ts";
import type { CloseTotal } from "#app/domain/papers/month.ts";
import { formatMonth } from "#app/messages/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant, Money } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type Month = {
  month: string;
  closedAt: Date | null;
  transfers: number | null;
  hash: string | null;
  totals: CloseTotal[];
  proposedBy: string | null;
  closedBy: string | null;
  isOwn: boolean;
};

type MonthsPageProps = {
  closed: Month[];
  proposed: Month | null;
  due: string | null;
  open: { exceptions: number; discrepancies: number };
  zone: string;
};

/** The months of the books: what can be closed, what waits for another admin, and what every closed month ended with. */
export function MonthsPage({ closed, proposed, due, open, zone }: MonthsPageProps) {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={t("nav.months")} lead={t("months.lead")} />
      {due && <DueMonth month={due} open={open} />}
      {proposed && <ProposedMonth month={proposed} open={open} />}
      {!due && !proposed && <EmptyState title={t("months.nothing")}>{t("months.nothing_text")}</EmptyState>}
      {closed.map((month) => (
        <ClosedMonth key={month.month} month={month} zone={zone} />
      ))}
    </div>
  );
}

const useMonthName = () => {
  const locale = useLocale();
  return (month: string) => formatMonth(month, locale);
};

function DueMonth({ month, open }: { month: string; open: MonthsPageProps["open"] }) {
  const t = useT();
  const name = useMonthName()(month);
  return (
    <Card title={t("months.due", { month: name })}>
      <p>{t("months.due_text")}</p>
      <StillOpen open={open} />
      <ActionForm action="/admin/months/propose">
        <input type="hidden" name="month" value={month} />
        <Button tone="primary">{t("months.propose", { month: name })}</Button>
      </ActionForm>
    </Card>
  );
}

/** What should be looked at before, since it may still book something in the month. */
function StillOpen({ open: { exceptions, discrepancies } }: Pick<MonthsPageProps, "open">) {
  const t = useT();
  if (exceptions === 0) return null;
  return (
    <Notice tone="wait">
      <p>{t("months.still_open", { count: exceptions })}</p>
      {discrepancies > 0 && <p>{t("months.differ", { count: discrepancies })}</p>}
      <Link to="/admin/exceptions">{t("nav.exceptions")}</Link>
    </Notice>
  );
}

function ProposedMonth({ month, open }: { month: Month; open: MonthsPageProps["open"] }) {
  const t = useT();
  const name = useMonthName()(month.month);
  return (
    <Card title={t("months.proposed", { month: name })}>
      <p>{t(month.isOwn ? "months.waits" : "months.proposed_by", { name: month.proposedBy ?? "" })}</p>
      <StillOpen open={open} />
      <ActionForm action="/admin/months/decide" className="acts">
        <input type="hidden" name="month" value={month.month} />
        {!month.isOwn && (
          <Button tone="primary" name="verdict" value="close">
            {t("months.close", { month: name })}
          </Button>
        )}
        <Button tone="quiet" name="verdict" value="refuse">
          {t(month.isOwn ? "months.take_back" : "months.refuse")}
        </Button>
      </ActionForm>
    </Card>
  );
}

function ClosedMonth({ month, zone }: { month: Month; zone: string }) {
  const t = useT();
  const name = useMonthName()(month.month);
  const { totals, transfers, hash, closedAt, closedBy, proposedBy } = month;
  return (
    <Card title={name}>
      <p>
        {t("months.closed_by", { proposer: proposedBy ?? "", closer: closedBy ?? "" })}{" "}
        {closedAt && <Instant at={closedAt} zone={zone} />}.{" "}
        {t("months.transfers", { count: transfers ?? 0 })}
      </p>
      <p className="hint hash">{t("months.hash", { hash: hash ?? "" })}</p>
      <details>
        <summary>{t("months.totals")}</summary>
        <DataTable
          caption={t("months.totals_of", { month: name })}
          rows={totals}
          rowKey={({ kind, currency }) => `${kind}/${currency}`}
          empty={<p>{t("months.no_totals")}</p>}
          columns={[
            {
              key: "kind",
              header: t("statement.account"),
              cell: ({ kind }) => t(`money.account.${kind as AccountKind}`),
            },
            {
              key: "balance",
              header: t("paper.amount"),
              align: "end",
              cell: ({ balance, currency }) => <Money amount={balance} currency={currency} />,
            },
          ]}
        />
      </details>
    </Card>
  );
}
