import type { Finding } from "#app/domain/law/types.ts";
import type { FeeCheck } from "#app/domain/tenders/fee-check.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import type { FeeModel } from "#app/domain/tenders/terms.ts";
import { formatMoney } from "#app/messages/format.ts";
import { Findings } from "#app/ui/case/findings.tsx";
import { SealedChip } from "#app/ui/chip.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { BidForm } from "./bid-form.tsx";
import { wordFor } from "./fee-words.ts";
import { MaskedFacts } from "./masked-facts.tsx";

type BidPageView = {
  brief: Brief;
  place: { name: string; zone: string; today: string };
  currency: string;
  closesAt: Date;
  open: boolean;
  feeModels: FeeModel[];
  scope: string;
  revising: boolean;
  values: Record<string, string>;
  check: FeeCheck | null;
};
type Answer = { errors: object; check: FeeCheck | null; findings: Finding[] } | undefined;

/** Where a sealed bid is written: the form, the worked example, and the case as far as it may be known. */
export function BidPage({ view, answer }: { view: BidPageView; answer: Answer }) {
  const t = useT();
  const locale = useLocale();
  const { brief, place, closesAt } = view;
  return (
    <>
      <PageHeader
        back={{
          to: `/rounds/${brief.caseId}`,
          label: `${wordFor(t, "cases.kind", brief.claimKind)}, ${formatMoney(brief.principal, brief.currency, locale)}`,
        }}
        title={t("bid.title", { case: brief.code })}
        lead={<Phrase of="bid.lead" nodes={{ time: <Instant at={closesAt} zone={place.zone} /> }} />}
        status={<SealedChip opensAt={closesAt} zone={place.zone} opened={!view.open} />}
      />
      <div className="stack">
        {answer && answer.findings.length > 0 && (
          <Notice tone="shut" title={t("round.not_open_title")}>
            <Findings findings={answer.findings} zone={place.zone} />
          </Notice>
        )}
        <BidForm
          caseId={brief.caseId}
          principal={brief.principal}
          currency={view.currency}
          feeModels={view.feeModels}
          values={view.values}
          revising={view.revising}
          answer={answer}
          check={answer?.check ?? view.check}
        />
        <MaskedFacts brief={brief} place={place} scope={view.scope} feeModels={view.feeModels} />
      </div>
    </>
  );
}
