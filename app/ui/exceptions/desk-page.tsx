import { Link } from "@remix-run/react";
import type { ExceptionKind, MoneyActName } from "#app/domain/payments/exceptions.ts";
import { formatMoney } from "#app/messages/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant, Money } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type ExceptionLine = {
  caseId: string;
  key: string;
  kind: ExceptionKind;
  about: string;
  isCase: boolean;
  amount: number;
  currency: string;
  openedAt: Date;
  acts: MoneyActName[];
};

export type ActLine = {
  caseId: string;
  id: string;
  act: MoneyActName;
  about: string;
  amount: number | null;
  currency: string;
  reason: string;
  status: "proposed" | "approved" | "refused";
  by: string;
  decidedBy: string | null;
  proposedAt: Date;
  isOwn: boolean;
};

type DeskPageProps = {
  exceptions: ExceptionLine[];
  proposed: ActLine[];
  decided: ActLine[];
  zone: string;
};

/** Money that is not as it should be, what was proposed about it, and what was decided. */
export function DeskPage({ exceptions, proposed, decided, zone }: DeskPageProps) {
  const t = useT();
  const nothing = exceptions.length === 0 && proposed.length === 0;
  return (
    <div className="stack">
      <PageHeader title={t("nav.exceptions")} lead={t("desk.lead")} />
      {nothing && <EmptyState title={t("desk.clear")}>{t("desk.clear_text")}</EmptyState>}
      <DataTable
        caption={t("desk.proposed")}
        showCaption
        columns={useActColumns(zone, true)}
        rows={proposed}
        rowKey={({ id }) => id}
        empty={null}
      />
      <DataTable
        caption={t("desk.exceptions")}
        showCaption
        columns={useExceptionColumns(zone)}
        rows={exceptions}
        rowKey={({ caseId, key }) => `${caseId}/${key}`}
        empty={null}
      />
      <DataTable
        caption={t("desk.decided")}
        showCaption
        columns={useActColumns(zone, false)}
        rows={decided}
        rowKey={({ id }) => id}
        empty={null}
      />
    </div>
  );
}

function useExceptionColumns(zone: string): Column<ExceptionLine>[] {
  const t = useT();
  return [
    {
      key: "what",
      header: t("desk.what"),
      cell: ({ kind }) => (
        <>
          {t(`desk.kind.${kind}`)}
          <p className="hint">{t(`desk.about.${kind}`)}</p>
        </>
      ),
    },
    {
      key: "about",
      header: t("desk.about"),
      cell: ({ about, isCase, caseId }) =>
        isCase ? (
          <Link className="code-link" to={`/cases/${caseId}`}>
            {about}
          </Link>
        ) : (
          about
        ),
    },
    { key: "since", header: t("desk.since"), cell: ({ openedAt }) => <Instant at={openedAt} zone={zone} /> },
    {
      key: "amount",
      header: t("money.amount"),
      align: "end",
      cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
    },
    { key: "acts", header: t("desk.acts"), cell: (line) => <Acts line={line} /> },
  ];
}

function Acts({ line: { caseId, key, acts } }: { line: ExceptionLine }) {
  const t = useT();
  const about = new URLSearchParams({ case: caseId, key });
  return (
    <div className="acts">
      {acts.map((act) => (
        <Link
          key={act}
          className="button secondary small"
          to={`/admin/exceptions/propose?${about}&act=${act}`}
        >
          {t(`desk.act.${act}`)}
        </Link>
      ))}
      <ActionForm action="/admin/exceptions/settle" id={`settle-${caseId}-${key}`} label={t("desk.settle")}>
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="key" value={key} />
        <Button small tone="quiet">
          {t("desk.settle")}
        </Button>
      </ActionForm>
    </div>
  );
}

const tones = { proposed: "wait", approved: "ok", refused: "shut" } as const;

function useActColumns(zone: string, open: boolean): Column<ActLine>[] {
  const t = useT();
  const locale = useLocale();
  return [
    {
      key: "what",
      header: t("desk.what"),
      cell: ({ act, amount, currency }) =>
        [t(`desk.act.${act}`), amount === null ? null : formatMoney(amount, currency, locale)]
          .filter(Boolean)
          .join(" · "),
    },
    {
      key: "about",
      header: t("desk.about"),
      cell: ({ about, caseId }) => (
        <Link className="code-link" to={`/cases/${caseId}`}>
          {about}
        </Link>
      ),
    },
    { key: "reason", header: t("desk.reason"), cell: ({ reason }) => reason, wideOnly: true },
    { key: "by", header: t("desk.by"), cell: ({ by }) => by },
    {
      key: "since",
      header: t("desk.since"),
      cell: ({ proposedAt }) => <Instant at={proposedAt} zone={zone} />,
    },
    open
      ? {
          key: "decide",
          header: t("desk.acts"),
          cell: ({ caseId, id, isOwn }) =>
            isOwn ? (
              <span className="hint">{t("desk.waits_for_another")}</span>
            ) : (
              <Link
                className="button secondary small"
                to={`/admin/exceptions/decide?case=${caseId}&proposal=${id}`}
              >
                {t("desk.decide")}
              </Link>
            ),
        }
      : {
          key: "status",
          header: t("desk.status"),
          cell: ({ status, decidedBy }) => (
            <>
              <Chip tone={tones[status]}>{t(`desk.status.${status}`)}</Chip> {decidedBy}
            </>
          ),
        },
  ];
}
