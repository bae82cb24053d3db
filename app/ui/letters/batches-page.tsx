import type { BatchState } from "#app/domain/contact/letter-batch.ts";
import { formatCount } from "#app/messages/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export type BatchRow = {
  id: string;
  state: BatchState;
  madeAt: string;
  taken: number;
  letters: number | null;
  pages: number | null;
  postedOn: string | null;
};

type BatchesView = { key: string; zone: string; waiting: number; batches: BatchRow[] };

/** How many letters wait to be printed, and the batches so far. */
export function BatchesPage({ view: { key, zone, waiting, batches } }: { view: BatchesView }) {
  const t = useT();
  return (
    <>
      <PageHeader title={t("letters.title")} lead={t("letters.lead")} />
      <div className="stack">
        <Card title={t("letters.waiting")}>
          <p>{t("letters.waiting_text", { count: waiting })}</p>
          {waiting > 0 && (
            <ActionForm action="/letters/make" label={t("letters.make")}>
              <input type="hidden" name="key" value={key} />
              <p className="hint">{t("letters.make_hint")}</p>
              <Button tone="primary">{t("letters.make")}</Button>
            </ActionForm>
          )}
        </Card>
        <Card title={t("letters.batches")} flush>
          <DataTable
            caption={t("letters.batches")}
            rows={batches}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/letters/${id}`}
            columns={[
              {
                key: "made",
                header: t("letters.made"),
                cell: ({ madeAt }) => <Instant at={madeAt} zone={zone} />,
              },
              {
                key: "state",
                header: t("contact.col.state"),
                cell: ({ state }) => <BatchChip state={state} />,
              },
              {
                key: "letters",
                header: t("letters.count"),
                align: "end",
                cell: ({ letters, taken }) => formatCount(letters ?? taken),
              },
            ]}
            empty={<EmptyState title={t("letters.none")}>{t("letters.none_text")}</EmptyState>}
          />
        </Card>
      </div>
    </>
  );
}

const tones: Record<BatchState, ChipTone> = {
  deciding: "wait",
  drawing: "wait",
  ready: "info",
  posting: "wait",
  posted: "ok",
  empty: "shut",
};

/** How a batch stands: icon and word. */
export function BatchChip({ state }: { state: BatchState }) {
  const t = useT();
  return <Chip tone={tones[state]}>{t(`letters.state.${state}`)}</Chip>;
}
