import type { Finding } from "#app/domain/law/types.ts";
import { cellKey } from "#app/domain/portfolios/bands.ts";
import type { LotCheck } from "#app/domain/portfolios/check-lot.ts";
import { formatMoney } from "#app/messages/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { SealedChip } from "#app/ui/chip.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { useLiveCheck } from "#app/ui/tenders/live-check.ts";
import { useWorkLabels, WorkFields } from "#app/ui/tenders/work-fields.tsx";
import { WorkedExample } from "#app/ui/tenders/worked-example.tsx";
import { BandFields } from "./band-fields.tsx";
import { bandWords } from "./band-words.ts";
import type { LotFacts } from "./lot-facts.ts";

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
    <>
      <PageHeader
        back={{ to: `/lots/${facts.caseId}`, label: t("lots.heading", { count: facts.claims, amount }) }}
        title={t("bid.title", { case: facts.code })}
        lead={<Phrase of="lots.bid_lead" nodes={{ time: <Instant at={closesAt} zone={place.zone} /> }} />}
        status={<SealedChip opensAt={closesAt} zone={place.zone} opened={!view.open} />}
      />
      <div className="stack">
        {answer && answer.findings.length > 0 && (
          <Notice tone="shut" title={t("round.not_open_title")}>
            <Findings findings={answer.findings} zone={place.zone} />
          </Notice>
        )}
        <LotBidForm view={view} answer={answer} />
      </div>
    </>
  );
}

const isFee = (name: string) => /^(rate|fixed)(All|\.)/.test(name);

/** What is typed is worked through as it is typed; without JavaScript the button "work the fee through" does so and keeps the form. */
function LotBidForm({ view, answer }: { view: LotBidView; answer: Answer }) {
  const t = useT();
  const { facts, values, revising } = view;
  const at = `/lots/${facts.caseId}`;
  const { live, follow } = useLiveCheck<LotCheck>(`${at}/check`, isFee);
  const check = live === undefined ? (answer?.check ?? view.check) : live;
  const labels = { ...useBandLabels(facts), ...useWorkLabels() };
  return (
    <div className="columns bid by-band">
      <Card>
        <div onInput={follow} onChange={follow}>
          <ActionForm answer={answer} values={values} action={`${at}/bid`} id="bid" labels={labels}>
            <BandFields cells={facts.cells} currency={facts.currency} checks={check?.bands ?? []} />
            <div className="field fee-check">
              <button type="submit" className="button secondary" formAction={`${at}/check`}>
                {t("bid.check")}
              </button>
            </div>
            <WorkFields />
            <div className="form-acts">
              <Button tone="primary" wide>
                {t(revising ? "bid.submit_revised" : "bid.submit")}
              </Button>
            </div>
          </ActionForm>
        </div>
      </Card>
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
