import type { LotFacts } from "#app/domain/portfolios/lot-facts.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { NextStep } from "#app/ui/notice.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { BandTable } from "./band-table.tsx";
import { LotFactsCard } from "./lot-facts-card.tsx";
import { LotHeader, type LotHeading } from "./lot-header.tsx";
import { LotLapse } from "./lot-lapse.tsx";
import { LotProgress } from "./lot-progress.tsx";

type HeldLotView = { heading: LotHeading; facts: LotFacts; lapsed: string | null; signBy: Date };

/** A lot as the collector sees it that it was awarded to: the mandate to sign, then what became of the claims. */
export function HeldLot({ view: { heading, facts, lapsed, signBy } }: { view: HeldLotView }) {
  const t = useT();
  const { caseId, state, zone } = heading;
  return (
    <>
      <LotHeader heading={heading} side="collector" />
      <div className="stack">
        <LotLapse heading={heading} firm={lapsed} />
        {state === "signing" ? (
          <NextStep
            title={<Phrase of="engagement.sign_by" nodes={{ time: <Instant at={signBy} zone={zone} /> }} />}
            action={
              <LinkButton to={`/lots/${caseId}/engagement`} tone="primary">
                {t("compare.to_engagement")}
              </LinkButton>
            }
          >
            <p>{t("lot.held_sign_text")}</p>
          </NextStep>
        ) : (
          <NextStep
            title={t("lot.in_force_text")}
            action={
              <LinkButton to={`/lots/${caseId}/claims`} tone="primary">
                {t("lot.to_claims")}
              </LinkButton>
            }
          />
        )}
        {state !== "signing" && <LotProgress heading={heading} />}
        <LotFactsCard facts={facts} zone={zone} note={state === "signing" ? t("lots.masked") : undefined} />
        <BandTable cells={facts.cells} currency={facts.currency} />
      </div>
    </>
  );
}
