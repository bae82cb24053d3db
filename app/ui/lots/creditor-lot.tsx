import type { CaseStatus } from "#app/domain/cases/moves.ts";
import { statusTones } from "#app/ui/cases/case-status.ts";
import { Chip } from "#app/ui/chip.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { BandTable } from "./band-table.tsx";
import type { LotFacts } from "./lot-facts.ts";
import { LotFactsCard } from "./lot-facts-card.tsx";

type CreditorLotView = {
  facts: LotFacts;
  status: CaseStatus;
  zone: string;
  portfolio: { id: string; code: string; fileName: string };
};

/** A lot as its creditor sees it. */
export function CreditorLot({ view: { facts, status, zone, portfolio } }: { view: CreditorLotView }) {
  const t = useT();
  return (
    <>
      <PageHeader
        back={{
          to: `/portfolios/${portfolio.id}`,
          label: t("lots.back_portfolio", { portfolio: portfolio.code }),
        }}
        title={t("lots.title", { lot: facts.code })}
        facts={[
          <CopyableId key="code" value={facts.code} />,
          facts.regions.join(t("list.separator")),
          portfolio.fileName,
        ]}
        status={<Chip tone={statusTones[status]}>{t(`case.status.${status}`)}</Chip>}
      />
      <div className="stack">
        <LotFactsCard facts={facts} zone={zone} />
        <BandTable cells={facts.cells} currency={facts.currency} />
      </div>
    </>
  );
}
