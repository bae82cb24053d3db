import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { formatMoney } from "#app/messages/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { feeWords, wordFor } from "./fee-words.ts";

type OwnPrice = {
  id: string;
  places: string[];
  claimKinds: string[];
  currency: string;
  least: number;
  most: number;
  terms: BidTerms;
  validUntil: Date;
  state: "stands" | "paused" | "ended" | "over";
  taken: number;
  weeklyCap: number | null;
};

type PricesView = { prices: OwnPrice[]; mayPublish: boolean };

const tones: Record<OwnPrice["state"], ChipTone> = {
  stands: "ok",
  paused: "wait",
  ended: "shut",
  over: "shut",
};

/** The price grid of an organisation: a row a price, each with what can be done about it. */
export function PricesPage({ view: { prices, mayPublish } }: { view: PricesView }) {
  const t = useT();
  const locale = useLocale();
  const toNew = mayPublish && (
    <LinkButton to="/prices/new" tone="primary">
      {t("prices.new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("prices.title")} lead={t("prices.lead")} action={prices.length > 0 && toNew} />
      <DataTable
        caption={t("prices.caption")}
        rows={prices}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t("prices.empty_title")} action={toNew}>
            <p>{t(mayPublish ? "prices.empty_text" : "prices.manager_only")}</p>
          </EmptyState>
        }
        columns={[
          { key: "where", header: t("prices.column.where"), cell: (price) => <Where price={price} /> },
          {
            key: "band",
            header: t("prices.column.band"),
            cell: ({ least, most, currency }) =>
              t("prices.band", {
                least: formatMoney(least, currency, locale),
                most: formatMoney(most, currency, locale),
              }),
          },
          {
            key: "fee",
            header: t("prices.column.fee"),
            cell: ({ terms, currency }) => feeWords(terms, { t, locale, currency }),
          },
          { key: "state", header: t("prices.column.state"), cell: (price) => <State price={price} /> },
          {
            key: "week",
            header: t("prices.column.week"),
            align: "end",
            cell: ({ taken, weeklyCap: cap }) =>
              cap === null ? String(taken) : t("prices.week_of", { taken, cap }),
          },
          ...(mayPublish
            ? [
                {
                  key: "act",
                  header: t("prices.column.act"),
                  cell: (price: OwnPrice) => <Acts price={price} />,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function Where({ price: { places, claimKinds } }: { price: OwnPrice }) {
  const t = useT();
  const join = (words: string[]) => words.join(t("list.separator"));
  return (
    <>
      {join(places)}
      <br />
      <small>{join(claimKinds.map((kind) => wordFor(t, "cases.kind", kind)))}</small>
    </>
  );
}

function State({ price: { state, validUntil } }: { price: OwnPrice }) {
  const time = <Instant at={validUntil} zone="UTC" />;
  return (
    <Chip tone={tones[state]}>
      <Phrase of={`prices.state.${state}`} nodes={{ time }} />
    </Chip>
  );
}

function Acts({ price: { id, state } }: { price: OwnPrice }) {
  const t = useT();
  if (state === "ended" || state === "over") return null;
  const paused = state === "paused";
  return (
    <div className="acts">
      <ActionForm action={`/prices/${id}/change`}>
        <input type="hidden" name="to" value={paused ? "standing" : "paused"} />
        <Button small>{t(paused ? "prices.resume" : "prices.pause")}</Button>
      </ActionForm>
      <ActionForm action={`/prices/${id}/change`}>
        <input type="hidden" name="to" value="ended" />
        <Button small tone="quiet">
          {t("prices.end")}
        </Button>
      </ActionForm>
    </div>
  );
}
