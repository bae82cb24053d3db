import type { Decision } from "#app/domain/law/types.ts";
import { fieldOf } from "#app/domain/market/fields.ts";
import type { Forum } from "#app/domain/market/forum.ts";
import type { Match } from "#app/domain/market/match.ts";
import type { LotFacts } from "#app/domain/portfolios/lot-facts.ts";
import type { LotTerms } from "#app/domain/portfolios/lot-terms.ts";
import type { DeclineReason } from "#app/domain/tenders/declines.ts";
import type { BidState } from "#app/domain/tenders/round.ts";
import { formatMoney } from "#app/messages/format.ts";
import { SealedChip } from "#app/ui/chip.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { BidAct, RoundLinks } from "#app/ui/tenders/bid-act.tsx";
import { lotFeeWords, wordFor } from "#app/ui/tenders/fee-words.ts";
import { OwnBid } from "#app/ui/tenders/own-bid.tsx";
import { WhySeen } from "#app/ui/tenders/why-seen.tsx";
import { BandTable } from "./band-table.tsx";
import { LotFactsCard } from "./lot-facts-card.tsx";

type LotRoundView = {
  facts: LotFacts;
  terms: { field: string; purpose: "consumer" | "commercial"; creditorKind: string };
  place: { name: string; zone: string };
  round: { number: number; scope: string; feeModels: string[]; closesAt: Date; open: boolean };
  declined: DeclineReason | null;
  decision: Decision;
  conflict: boolean;
  own: { terms: LotTerms; state: BidState; placedAt: Date; revisedAt: Date | null } | null;
  match: Match | null;
  km: number | null;
  forum: Forum | null;
};

/** The round of a lot as a bidder sees it: what it holds in sums, and the time left. */
export function LotRoundPage({ view }: { view: LotRoundView }) {
  const t = useT();
  const locale = useLocale();
  const { facts, terms, place, round, own } = view;
  const at = `/lots/${facts.caseId}`;
  return (
    <>
      <PageHeader
        back={{ to: "/rounds", label: t("rounds.title") }}
        title={t("lots.heading", {
          count: facts.claims,
          amount: formatMoney(facts.principal, facts.currency, locale),
        })}
        facts={[
          <CopyableId key="code" value={facts.code} />,
          place.name,
          t("round.title", { number: round.number, case: facts.code }),
        ]}
        status={<SealedChip opensAt={round.closesAt} zone={place.zone} opened={!round.open} />}
      />
      <BidAct
        view={view}
        zone={place.zone}
        at={at}
        withdrawAt={`${at}/bid/withdraw`}
        signAt={`${at}/engagement`}
      />
      <RoundLinks view={view} at={at} />
      <div className="columns even">
        <LotFactsCard
          facts={facts}
          zone={place.zone}
          note={t("lots.masked")}
          more={[
            { label: t("brief.field"), value: fieldOf(terms.field)?.[locale] ?? terms.field },
            { label: t("brief.purpose"), value: t(`brief.purpose.${terms.purpose}`) },
            {
              label: t("brief.creditor_kind"),
              value: wordFor(t, "brief.creditor_kind", terms.creditorKind),
            },
            { label: t("brief.scope"), value: wordFor(t, "scope", round.scope) },
            {
              label: t("brief.models"),
              value: round.feeModels.map((model) => wordFor(t, "fee_model", model)).join(t("list.separator")),
            },
          ]}
        />
        <div className="stack">
          {own && (
            <OwnBid
              bid={own}
              currency={facts.currency}
              zone={place.zone}
              fee={lotFeeWords(own.terms, { t, locale, currency: facts.currency })}
            />
          )}
          <BandTable cells={facts.cells} currency={facts.currency} rates={own?.terms.rates} />
          <WhySeen view={view} />
        </div>
      </div>
    </>
  );
}
