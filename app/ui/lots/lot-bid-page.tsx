import type { Finding } from "#app/domain/law/types.ts";
import { cellKey } from "#app/domain/portfolios/bands.ts";
import type { LotCheck } from "#app/domain/portfolios/check-lot.ts";
import type { LotFacts } from "#app/domain/portfolios/lot-facts.ts";
import { formatMoney } from "#app/messages/format.ts";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { BidFrame } from "#app/ui/tenders/bid-frame.tsx";
import { BidSheet } from "#app/ui/tenders/bid-sheet.tsx";
import { useLiveCheck } from "#app/ui/tenders/live-check.ts";
import { WorkedExample } from "#app/ui/tenders/worked-example.tsx";
import { BandFields } from "./band-fields.tsx";
import { bandWords } from "./band-words.ts";

type LotBidView = {
  facts: LotFacts;
  place: { zone: string };
  closesAt: Date;
  open: boolean;
  revising: boolean;
  /** The bid as it was placed, in the form's own spelling. */
  values: Record<string, string>;
  check: LotCheck | null;
};
type Answer = { errors: object; check: LotCheck | null; findings: Finding[] } | undefined;

/** Where a sealed bid on a lot is written: a rate for each band, and what they come to over the whole lot. */
export function LotBidPage({ view, answer }: { view: LotBidView; answer: Answer }) {
  const t = useT();
  const locale = useLocale();
  const { facts, place, closesAt } = view;
  const amount = formatMoney(facts.principal, facts.currency, locale);
  return (
    <BidFrame
      code={facts.code}
      back={{ to: `/lots/${facts.caseId}`, label: t("lots.heading", { count: facts.claims, amount }) }}
      lead="lots.bid_lead"
      zone={place.zone}
      closesAt={closesAt}
      open={view.open}
      findings={answer?.findings ?? []}
    >
      <LotBidForm view={view} answer={answer} />
    </BidFrame>
  );
}

const isFee = (name: string) => /^(rate|fixed)(All|\.)/.test(name);

/** The rates of the bands, worked through as they are typed. */
function LotBidForm({ view, answer }: { view: LotBidView; answer: Answer }) {
  const t = useT();
  const { facts, values, revising } = view;
  const at = `/lots/${facts.caseId}`;
  const { live, follow } = useLiveCheck<LotCheck>(`${at}/check`, isFee);
  const check = live === undefined ? (answer?.check ?? view.check) : live;
  return (
    <div className="columns bid by-band">
      <BidSheet
        at={at}
        values={values}
        revising={revising}
        answer={answer}
        labels={useBandLabels(facts)}
        follow={follow}
      >
        <BandFields cells={facts.cells} currency={facts.currency} checks={check?.bands ?? []} />
      </BidSheet>
      <WorkedExample
        check={check?.whole ?? null}
        principal={facts.principal}
        currency={facts.currency}
        empty={t("lots.example_empty")}
      />
    </div>
  );
}

function useBandLabels({ cells, currency }: LotFacts): Record<string, string> {
  const t = useT();
  const locale = useLocale();
  const named = (field: "rate" | "fixed", suffix: string, band: string) => [
    `${field}${suffix}`,
    t("lots.field_in_band", { field: t(`lots.${field}`), band }),
  ];
  const bands = cells.map((cell) => [`.${cellKey(cell)}`, bandWords(cell, { t, locale, currency })] as const);
  const all = [["All", t("lots.all_bands")] as const, ...bands];
  return Object.fromEntries(
    all.flatMap(([suffix, band]) => [named("rate", suffix, band), named("fixed", suffix, band)]),
  );
}
