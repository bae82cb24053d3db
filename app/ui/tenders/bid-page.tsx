import type { Finding } from "#app/domain/law/types.ts";
import type { FeeCheck } from "#app/domain/tenders/fee-check.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import type { FeeModel } from "#app/domain/tenders/terms.ts";
import { formatMoney } from "#app/messages/format.ts";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { BidForm } from "./bid-form.tsx";
import { BidFrame } from "./bid-frame.tsx";
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
    <BidFrame
      code={brief.code}
      back={{
        to: `/rounds/${brief.caseId}`,
        label: `${wordFor(t, "cases.kind", brief.claimKind)}, ${formatMoney(brief.principal, brief.currency, locale)}`,
      }}
      lead="bid.lead"
      zone={place.zone}
      closesAt={closesAt}
      open={view.open}
      findings={answer?.findings ?? []}
    >
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
    </BidFrame>
  );
}
