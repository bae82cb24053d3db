import { fieldOf } from "#app/domain/market/fields.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import { daysBetween } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { DateText, Money } from "#app/ui/format.tsx";
import { KeyValue, type Pair } from "#app/ui/key-value.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { wordFor } from "./fee-words.ts";

type MaskedFactsProps = {
  brief: Brief;
  place: { name: string; zone: string; today: string };
  scope: string;
  feeModels: string[];
};

/** The masked card: what a collector may know before the engagement is signed. */
export function MaskedFacts({ brief, place, scope, feeModels }: MaskedFactsProps) {
  const t = useT();
  const locale = useLocale();
  const overdue = daysBetween(brief.dueOn, place.today);
  return (
    <Card title={t("brief.facts")}>
      <KeyValue
        pairs={[
          {
            label: t("brief.principal"),
            value: <Money amount={brief.principal} currency={brief.currency} />,
          },
          { label: t("brief.place"), value: place.name },
          { label: t("brief.claim_kind"), value: wordFor(t, "cases.kind", brief.claimKind) },
          { label: t("brief.field"), value: fieldOf(brief.field)?.[locale] ?? brief.field },
          {
            label: t("brief.due"),
            value: <DateText on={brief.dueOn} zone={place.zone} />,
            note: overdue > 0 ? t("brief.age_note", { count: overdue }) : undefined,
          },
          {
            label: t("brief.debtor_kind"),
            value: t(`brief.debtor_kind.${brief.debtorKind}`),
            note: t(`brief.purpose.${brief.purpose}`),
          },
          { label: t("brief.creditor_kind"), value: wordFor(t, "brief.creditor_kind", brief.creditorKind) },
          ...(brief.titledOn ? titleFacts(brief, place.zone, t) : [limitationFact(brief, place.zone, t)]),
          { label: t("brief.disputed"), value: t(`brief.disputed.${brief.disputed}`) },
          ...(brief.regulatedCredit === null
            ? []
            : [
                {
                  label: t("brief.regulated"),
                  value: t(brief.regulatedCredit ? "brief.regulated_yes" : "brief.regulated_no"),
                },
              ]),
          { label: t("brief.evidence"), value: evidenceWords(brief.evidenceKinds, t) },
          { label: t("brief.scope"), value: wordFor(t, "scope", scope) },
          {
            label: t("brief.models"),
            value: feeModels.map((model) => wordFor(t, "fee_model", model)).join(t("list.separator")),
          },
        ]}
      />
      <p className="hint after-pairs">{t("brief.masked")}</p>
    </Card>
  );
}

/** The last day to sue, by the pack's count. */
function limitationFact({ limitationLast }: Brief, zone: string, t: ReturnType<typeof useT>): Pair {
  return {
    label: t("brief.limitation"),
    value: limitationLast ? <DateText on={limitationLast} zone={zone} /> : t("brief.limitation_unknown"),
    note: limitationLast ? t("brief.limitation_note") : undefined,
  };
}

/** What is known of a judgment in hand; its court and number would name the debtor. */
function titleFacts({ titledOn, enforceableUntil }: Brief, zone: string, t: ReturnType<typeof useT>): Pair[] {
  if (!titledOn) return [];
  return [
    {
      label: t("brief.titled"),
      value: t("brief.titled_yes"),
      note: <Phrase of="brief.titled_note" nodes={{ date: <DateText on={titledOn} zone={zone} /> }} />,
    },
    {
      label: t("brief.enforceable"),
      value: enforceableUntil ? (
        <DateText on={enforceableUntil} zone={zone} />
      ) : (
        t("brief.enforceable_unknown")
      ),
      note: enforceableUntil ? t("brief.enforceable_note") : undefined,
    },
  ];
}

const evidenceWords = (kinds: string[], t: ReturnType<typeof useT>) =>
  kinds.map((kind) => wordFor(t, "brief.evidence", kind)).join(t("list.separator")) ||
  t("brief.evidence_none");
