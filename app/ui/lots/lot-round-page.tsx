import { fieldOf } from "#app/domain/market/fields.ts";
import type { Forum } from "#app/domain/market/forum.ts";
import type { Match } from "#app/domain/market/match.ts";
import { formatMoney } from "#app/messages/format.ts";
import { SealedChip } from "#app/ui/chip.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { NextStep } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { wordFor } from "#app/ui/tenders/fee-words.ts";
import { WhySeen } from "#app/ui/tenders/why-seen.tsx";
import { BandTable } from "./band-table.tsx";
import type { LotFacts } from "./lot-facts.ts";
import { LotFactsCard } from "./lot-facts-card.tsx";

type LotRoundView = {
  facts: LotFacts;
  terms: { field: string; purpose: "consumer" | "commercial"; creditorKind: string };
  place: { name: string; zone: string };
  round: { number: number; scope: string; feeModels: string[]; closesAt: Date; open: boolean };
  match: Match | null;
  km: number | null;
  forum: Forum | null;
};

/** The round of a lot as a bidder sees it: what it holds in sums, and the time left. */
export function LotRoundPage({ view }: { view: LotRoundView }) {
  const t = useT();
  const locale = useLocale();
  const { facts, terms, place, round } = view;
  const time = <Instant at={round.closesAt} zone={place.zone} />;
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
      <NextStep title={<Phrase of={round.open ? "round.closes" : "round.closed"} nodes={{ time }} />} />
      <div className="columns even">
        <LotFactsCard
          facts={facts}
          zone={place.zone}
          note={t("lots.masked")}
          more={[
            { label: t("brief.field"), value: fieldOf(terms.field)?.[locale] ?? terms.field },
            { label: t("brief.purpose"), value: t(`brief.purpose.${terms.purpose}`) },
            { label: t("brief.creditor_kind"), value: wordFor(t, "brief.creditor_kind", terms.creditorKind) },
            { label: t("brief.scope"), value: wordFor(t, "scope", round.scope) },
            {
              label: t("brief.models"),
              value: round.feeModels.map((model) => wordFor(t, "fee_model", model)).join(t("list.separator")),
            },
          ]}
        />
        <WhySeen view={view} />
      </div>
      <BandTable cells={facts.cells} currency={facts.currency} />
    </>
  );
}
