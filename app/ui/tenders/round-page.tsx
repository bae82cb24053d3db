import type { Decision } from "#app/domain/law/types.ts";
import type { Forum } from "#app/domain/market/forum.ts";
import type { Match } from "#app/domain/market/match.ts";
import type { DeclineReason } from "#app/domain/tenders/declines.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import type { BidState } from "#app/domain/tenders/round.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { formatMoney } from "#app/messages/format.ts";
import { SealedChip } from "#app/ui/chip.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { BidAct, RoundLinks } from "./bid-act.tsx";
import { wordFor } from "./fee-words.ts";
import { MaskedFacts } from "./masked-facts.tsx";
import { OwnBid } from "./own-bid.tsx";
import { WhySeen } from "./why-seen.tsx";

type RoundPageView = {
  brief: Brief;
  place: { name: string; zone: string; today: string };
  round: {
    number: number;
    scope: string;
    feeModels: string[];
    closesAt: Date;
    open: boolean;
    extended: boolean;
  };
  declined: DeclineReason | null;
  decision: Decision;
  match: Match | null;
  km: number | null;
  forum: Forum | null;
  conflict: boolean;
  own: { terms: BidTerms; state: BidState; placedAt: Date; revisedAt: Date | null } | null;
};

/** A round as a bidder sees it: the masked case, the time left, its own bid and what it can do. */
export function RoundPage({ view }: { view: RoundPageView }) {
  const t = useT();
  const locale = useLocale();
  const { brief, place, round, own } = view;
  const kind = wordFor(t, "cases.kind", brief.claimKind);
  const at = `/rounds/${brief.caseId}`;
  return (
    <>
      <PageHeader
        back={{ to: "/rounds", label: t("rounds.title") }}
        title={t("brief.title", { kind, amount: formatMoney(brief.principal, brief.currency, locale) })}
        facts={[
          <CopyableId key="code" value={brief.code} />,
          place.name,
          t("round.title", { number: round.number, case: brief.code }),
          round.extended && t("round.extended"),
        ]}
        status={<SealedChip opensAt={round.closesAt} zone={place.zone} opened={!round.open} />}
      />
      <BidAct
        view={view}
        zone={place.zone}
        at={at}
        withdrawAt={`${at}/withdraw`}
        signAt={`/cases/${brief.caseId}/engagement`}
      />
      <RoundLinks view={view} at={at} />
      <div className="columns even">
        <MaskedFacts brief={brief} place={place} scope={round.scope} feeModels={round.feeModels} />
        <WhySeen view={view} />
        {own && <OwnBid bid={own} currency={brief.currency} zone={place.zone} />}
      </div>
    </>
  );
}
