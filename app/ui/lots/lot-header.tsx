import type { LotState } from "#app/domain/portfolios/lot-state.ts";
import { formatMoney } from "#app/messages/format.ts";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { DateText } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { type Tab, Tabs } from "#app/ui/tabs.tsx";
import { wordFor } from "#app/ui/tenders/fee-words.ts";

/** What every page about a lot says at its head. */
export type LotHeading = {
  caseId: string;
  code: string;
  state: LotState;
  claimKind: string;
  claims: number;
  principal: number;
  currency: string;
  oldestDue: string;
  place: string;
  zone: string;
  posted: number;
  refused: number;
  portfolioId: string | null;
};

export type LotSide = "creditor" | "collector";

export const lotTones: Record<LotState, ChipTone> = {
  planned: "info",
  tendering: "sealed",
  deciding: "wait",
  signing: "wait",
  posting: "wait",
  collecting: "ok",
  withdrawn: "shut",
};

/** The head of every page about one lot for its two sides: what it is, where it stands, its parts. */
export function LotHeader({ heading, side }: { heading: LotHeading; side: LotSide }) {
  const t = useT();
  const locale = useLocale();
  const { code, claims, principal, currency, state, portfolioId } = heading;
  return (
    <>
      <PageHeader
        title={t("lots.heading", {
          count: claims,
          amount: formatMoney(principal, currency, locale),
        })}
        facts={[
          <CopyableId key="code" value={code} />,
          wordFor(t, "cases.kind", heading.claimKind),
          heading.place,
          <Phrase
            key="due"
            of="lot.fact.due"
            nodes={{ date: <DateText on={heading.oldestDue} zone={heading.zone} /> }}
          />,
        ]}
        back={
          portfolioId
            ? { to: `/portfolios/${portfolioId}`, label: t("lot.back") }
            : { to: "/bids", label: t("bids.title") }
        }
        status={<Chip tone={lotTones[state]}>{t(`lot.state.${state}`)}</Chip>}
      />
      <Tabs tabs={lotTabs(heading, side, t)} label={t("lot.tabs")} />
    </>
  );
}

const withBids = new Set<LotState>(["tendering", "deciding", "signing", "posting", "collecting"]);
const withPaper = new Set<LotState>(["signing", "posting", "collecting"]);
const engaged = new Set<LotState>(["posting", "collecting"]);

/** The parts of a lot this reader can open now. */
function lotTabs({ caseId, state }: LotHeading, side: LotSide, t: ReturnType<typeof useT>): Tab[] {
  const at = `/lots/${caseId}`;
  return [
    { to: at, label: t("lot.tab.overview") },
    ...(side === "creditor" && withBids.has(state) ? [{ to: `${at}/bids`, label: t("case.tab.bids") }] : []),
    ...(withPaper.has(state) ? [{ to: `${at}/engagement`, label: t("case.tab.engagement") }] : []),
    ...(side === "creditor" || engaged.has(state)
      ? [{ to: `${at}/claims`, label: t("lot.tab.claims") }]
      : []),
  ];
}
