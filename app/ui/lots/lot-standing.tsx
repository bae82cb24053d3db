import type { LotState } from "#app/domain/portfolios/lot-state.ts";
import { formatCount } from "#app/messages/format.ts";
import { Chip } from "#app/ui/chip.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { lotTones } from "./lot-header.tsx";

type Standing = {
  state: LotState;
  zone: string;
  claims: number;
  posted: number;
  closesAt: Date | null;
  bids: number;
};

/** Where a lot stands, in a line of a list: until when, how many, or how far. */
export function LotStanding({ lot }: { lot: Standing }) {
  const t = useT();
  return (
    <>
      <Chip tone={lotTones[lot.state]}>{t(`lot.state.${lot.state}`)}</Chip>
      <Detail lot={lot} />
    </>
  );
}

function Detail({ lot: { state, zone, claims, posted, closesAt, bids } }: { lot: Standing }) {
  const t = useT();
  switch (state) {
    case "tendering":
      return closesAt ? (
        <small className="lot-detail">
          <Phrase
            of="lot.until"
            values={{ count: bids }}
            nodes={{ time: <Instant at={closesAt} zone={zone} /> }}
          />
        </small>
      ) : null;
    case "deciding":
      return (
        <small className="lot-detail">
          {bids > 0 ? t("lot.bids_opened", { count: bids }) : t("lot.no_bids")}
        </small>
      );
    case "posting":
    case "collecting":
      return (
        <small className="lot-detail">{t("lot.cases_of", { count: posted, of: formatCount(claims) })}</small>
      );
    default:
      return null;
  }
}
