import type { Finding, ReconciledSum } from "#app/domain/payments/reconcile.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant, Money } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type Account = {
  id: string;
  accountId: string | null;
  orgName: string | null;
  at: Date;
  agrees: boolean;
  sums: ReconciledSum[];
  findings: Finding[];
};

/** Every account at the provider beside the books, and every movement that differs. */
export function BooksPage({ accounts, zone }: { accounts: Account[]; zone: string }) {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={t("nav.books")} lead={t("books.lead")} />
      <ActionForm action="/admin/books/compare" className="acts">
        <Button tone="primary">{t("books.compare")}</Button>
      </ActionForm>
      {accounts.length === 0 && <EmptyState title={t("books.none")}>{t("books.none_text")}</EmptyState>}
      {accounts.map((account) => (
        <AccountCard key={account.id} account={account} zone={zone} />
      ))}
    </div>
  );
}

function AccountCard({ account, zone }: { account: Account; zone: string }) {
  const t = useT();
  const { accountId, orgName, at, agrees, sums, findings } = account;
  const name = orgName ?? t("books.platform");
  return (
    <Card title={name}>
      <p className="books-line">
        <Chip tone={agrees ? "ok" : "bad"}>{t(agrees ? "books.agree" : "books.differs")}</Chip>{" "}
        {accountId && <code>{accountId}</code>} <span className="hint">{t("books.at")} </span>
        <Instant at={at} zone={zone} />
      </p>
      <DataTable
        caption={`${t("books.account")}: ${name}`}
        rows={sums}
        rowKey={({ currency }) => currency}
        empty={null}
        columns={[
          { key: "currency", header: t("books.currency"), cell: ({ currency }) => currency },
          ...(["provider", "books", "outside", "unexplained"] as const).map((column) => ({
            key: column,
            header: t(column === "books" ? "books.ours" : `books.${column}`),
            align: "end" as const,
            cell: (sum: ReconciledSum) => <Money amount={Number(sum[column])} currency={sum.currency} />,
          })),
        ]}
      />
      {findings.length > 0 && <Findings findings={findings} />}
    </Card>
  );
}

function Findings({ findings }: { findings: Finding[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t("books.findings")}
      showCaption
      rows={findings}
      rowKey={({ kind, id, currency }) => `${kind}/${id}/${currency}`}
      empty={null}
      columns={[
        { key: "movement", header: t("books.movement"), cell: ({ id }) => <code>{id}</code> },
        { key: "finding", header: t("books.finding"), cell: ({ kind }) => t(`books.kind.${kind}`) },
        {
          key: "provider",
          header: t("books.provider"),
          align: "end",
          cell: ({ provider, currency }) => <Money amount={Number(provider)} currency={currency} />,
        },
        {
          key: "books",
          header: t("books.ours"),
          align: "end",
          cell: ({ books, currency }) => <Money amount={Number(books)} currency={currency} />,
        },
      ]}
    />
  );
}
