import type { ReactNode } from "react";
import type { BidState } from "#app/domain/tenders/round.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { Card } from "#app/ui/card.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { feeWords } from "./fee-words.ts";

export const bidTones: Record<BidState, ChipTone> = {
  sealed: "sealed",
  withdrawn: "shut",
  opened: "wait",
  ended: "info",
  won: "ok",
  lost: "shut",
  void: "shut",
};

type OwnBidProps = {
  bid: { terms: BidTerms; state: BidState; placedAt: Date; revisedAt: Date | null };
  currency: string;
  zone: string;
  /** How the fee is said where it is more than one phrase. */
  fee?: ReactNode;
};

/** The bidder's own terms, read with its own key. */
export function OwnBid({ bid, currency, zone, fee }: OwnBidProps) {
  const t = useT();
  const locale = useLocale();
  const { terms, state } = bid;
  return (
    <Card title={t("round.own.title")} aside={<Chip tone={bidTones[state]}>{t(`bid_state.${state}`)}</Chip>}>
      {state !== "sealed" && <p>{t(`bid_state.${state}_text`)}</p>}
      <KeyValue
        pairs={[
          { label: t("round.own.fee"), value: fee ?? feeWords(terms, { t, locale, currency }) },
          {
            label: t("round.own.first_act"),
            value: t("round.own.first_act_days", { count: terms.firstActDays }),
          },
          {
            label: t("round.own.months"),
            value: t("round.own.months_count", { count: terms.expectedMonths }),
          },
          { label: t("round.own.plan"), value: <span className="written">{terms.plan}</span> },
          { label: t("round.own.placed"), value: <Instant at={bid.placedAt} zone={zone} /> },
          ...(bid.revisedAt
            ? [{ label: t("round.own.revised"), value: <Instant at={bid.revisedAt} zone={zone} /> }]
            : []),
        ]}
      />
    </Card>
  );
}
