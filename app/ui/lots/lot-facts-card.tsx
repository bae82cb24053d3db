import type { LotFacts } from "#app/domain/portfolios/lot-facts.ts";
import { formatCount } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { DateText, Money } from "#app/ui/format.tsx";
import { KeyValue, type Pair } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { wordFor } from "#app/ui/tenders/fee-words.ts";

type LotFactsCardProps = {
  facts: LotFacts;
  zone: string;
  /** What else is known where the card stands. */
  more?: Pair[];
  /** Said below the facts. */
  note?: string;
};

/** A lot in sums: how many claims of what, where, how old, and how they stand in limitation. */
export function LotFactsCard({ facts, zone, more = [], note }: LotFactsCardProps) {
  const t = useT();
  const { claims, principal, currency, regions, places, claimKind, debtorKind, language } = facts;
  return (
    <Card title={t("lots.facts")}>
      <KeyValue
        pairs={[
          { label: t("portfolios.claims"), value: formatCount(claims) },
          { label: t("lots.sum"), value: <Money amount={principal} currency={currency} /> },
          {
            label: t("portfolios.region"),
            value: regions.join(t("list.separator")),
            note: places > regions.length ? t("lots.places", { count: places }) : undefined,
          },
          { label: t("brief.claim_kind"), value: wordFor(t, "cases.kind", claimKind) },
          { label: t("lots.debtors"), value: t(`lots.debtors.${debtorKind}`) },
          {
            label: t("lots.due"),
            value: (
              <Phrase
                of="lots.due_between"
                nodes={{
                  oldest: <DateText on={facts.oldestDue} zone={zone} />,
                  newest: <DateText on={facts.newestDue} zone={zone} />,
                }}
              />
            ),
          },
          {
            label: t("portfolios.standing"),
            value: facts.standings
              .map((each) => t(`lots.standing.${each.standing}`, { count: each.claims }))
              .join(t("list.separator")),
            note: t("lots.standing_note"),
          },
          ...(facts.handedOn
            ? [{ label: t("lots.handed_on"), value: t("lots.handed_on_count", { count: facts.handedOn }) }]
            : []),
          ...(language ? [{ label: t("lots.language"), value: wordFor(t, "language", language) }] : []),
          ...more,
        ]}
      />
      {note && <p className="hint after-pairs">{note}</p>}
    </Card>
  );
}
