import type { BidState } from "#app/domain/tenders/round.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { formatMoney } from "#app/messages/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { feeWords, lotFeeWords } from "./fee-words.ts";
import { bidTones } from "./own-bid.tsx";

type MyBid = {
  id: string;
  caseId: string;
  code: string;
  /** How many claims a lot holds; null for a case. */
  claims: number | null;
  principal: number;
  currency: string;
  terms: BidTerms;
  state: BidState;
  closesAt: Date;
  signBy: Date | null;
  over: boolean;
  place: { name: string; zone: string };
};

/** Every bid of the organisation with how it stands. */
export function MyBidsPage({ view }: { view: { bids: MyBid[]; next: string | null } }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={t("bids.title")}
        lead={t("bids.lead")}
        back={{ to: "/rounds", label: t("rounds.title") }}
        action={
          <LinkButton to="/mandates" small>
            {t("past.title")}
          </LinkButton>
        }
      />
      <DataTable
        caption={t("bids.caption")}
        rows={view.bids}
        rowKey={({ id }) => id}
        rowHref={addressOf}
        empty={
          <EmptyState
            title={t("bids.empty_title")}
            action={
              <LinkButton to="/rounds" tone="primary">
                {t("bids.empty_act")}
              </LinkButton>
            }
          >
            <p>{t("bids.empty_text")}</p>
          </EmptyState>
        }
        columns={[
          {
            key: "case",
            header: t("bids.column.case"),
            cell: ({ code, claims, place }) =>
              claims === null
                ? `${code}, ${place.name}`
                : `${t("market.lot", { count: claims })}, ${code}, ${place.name}`,
          },
          {
            key: "state",
            header: t("bids.column.state"),
            cell: ({ state }) => <Chip tone={bidTones[state]}>{t(`bid_state.${state}`)}</Chip>,
          },
          {
            key: "fee",
            header: t("bids.column.fee"),
            cell: ({ terms, currency, claims }) =>
              claims === null
                ? feeWords(terms, { t, locale, currency })
                : lotFeeWords(terms, { t, locale, currency }),
          },
          {
            key: "amount",
            header: t("bids.column.amount"),
            cell: ({ principal, currency }) => formatMoney(principal, currency, locale),
            align: "end",
          },
          { key: "when", header: t("bids.column.when"), cell: (bid) => <When bid={bid} />, align: "end" },
        ]}
      />
      <Pagination next={view.next} />
    </>
  );
}

/** Where a bid leads: to what it came to, or to its round. */
function addressOf({ caseId, claims, state }: MyBid): string {
  const won = state === "won" ? "/engagement" : "";
  if (claims !== null) return `/lots/${caseId}${won}`;
  if (won) return `/cases/${caseId}${won}`;
  return state === "ended" ? "/mandates" : `/rounds/${caseId}`;
}

function When({ bid: { signBy, closesAt, over, place } }: { bid: MyBid }) {
  const time = <Instant at={signBy ?? closesAt} zone={place.zone} />;
  if (signBy) return <Phrase of="bids.sign_by" nodes={{ time }} />;
  return <Phrase of={over ? "bids.closed" : "bids.closes"} nodes={{ time }} />;
}
