import type { CallOperation } from "#app/domain/payments/calls.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

type Call = {
  id: string;
  operation: CallOperation;
  dead: boolean;
  attempts: number;
  nextTryAt: Date;
  lastError: string | null;
  orgName: string;
};
type Event = {
  id: string;
  type: string;
  accountId: string | null;
  lastError: string | null;
  receivedAt: Date;
};

type ProviderPageProps = {
  calls: Call[];
  events: Event[];
  zone: string;
  next: string | null;
  first: string | null;
};

/** Work with the payment provider that is not done: what repeats itself, and what waits for a person. */
export function ProviderPage({ calls, events, zone, next, first }: ProviderPageProps) {
  const t = useT();
  const nothing = calls.length === 0 && events.length === 0;
  return (
    <div className="stack">
      <PageHeader title={t("nav.provider")} lead={t("provider.lead")} />
      {nothing && <EmptyState title={t("provider.clear")}>{t("provider.clear_text")}</EmptyState>}
      <DataTable
        caption={t("provider.calls")}
        showCaption
        columns={useCallColumns(zone)}
        rows={calls}
        rowKey={({ id }) => id}
        empty={null}
      />
      <DataTable
        caption={t("provider.events")}
        showCaption
        columns={useEventColumns(zone)}
        rows={events}
        rowKey={({ id }) => id}
        empty={null}
      />
      <Pagination previous={first} next={next} />
    </div>
  );
}

function useCallColumns(zone: string): Column<Call>[] {
  const t = useT();
  return [
    { key: "call", header: t("provider.call"), cell: ({ operation }) => t(`provider.call.${operation}`) },
    { key: "for", header: t("provider.for"), cell: ({ orgName }) => orgName },
    {
      key: "state",
      header: t("provider.state"),
      cell: ({ dead, attempts, nextTryAt }) => (
        <>
          {dead ? (
            t("provider.dead")
          ) : (
            <>
              {t("provider.again_at")} <Instant at={nextTryAt} zone={zone} />
            </>
          )}
          {" · "}
          {t("provider.attempts", { count: attempts })}
        </>
      ),
    },
    { key: "reason", header: t("provider.reason"), cell: ({ lastError }) => lastError ?? "" },
    {
      key: "mend",
      header: t("provider.mend"),
      cell: ({ id, dead }) => dead && <Mend kind="call" id={id} />,
    },
  ];
}

function useEventColumns(zone: string): Column<Event>[] {
  const t = useT();
  return [
    { key: "event", header: t("provider.event"), cell: ({ type }) => <code>{type}</code> },
    { key: "account", header: t("payments.account"), cell: ({ accountId }) => <code>{accountId}</code> },
    {
      key: "received",
      header: t("provider.received"),
      cell: ({ receivedAt }) => <Instant at={receivedAt} zone={zone} />,
    },
    { key: "reason", header: t("provider.reason"), cell: ({ lastError }) => lastError ?? "" },
    { key: "mend", header: t("provider.mend"), cell: ({ id }) => <Mend kind="event" id={id} /> },
  ];
}

function Mend({ kind, id }: { kind: "call" | "event"; id: string }) {
  const t = useT();
  return (
    <ActionForm action="/admin/provider/mend" id={`mend-${id}`} label={t("provider.mend")} className="acts">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <Button small name="act" value="retry">
        {t("provider.retry")}
      </Button>
      <Button small tone="quiet" name="act" value="resolve">
        {t("provider.resolve")}
      </Button>
    </ActionForm>
  );
}
