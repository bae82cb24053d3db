import type { Brief } from "#app/domain/tenders/may-bid.ts";
import { Card } from "#app/ui/card.tsx";
import { DateText, Money } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";

/** What bidders see of a case: every field of it, and nothing else. */
export function MaskedCard({ card, place }: { card: Brief; place: string }) {
  const t = useT();
  const kindKey = `cases.kind.${card.claimKind}`;
  const creditorKey = `brief.creditor_kind.${card.creditorKind}`;
  const goalKey = `cases.goal.${card.goal}`;
  const words = (key: string, plain: string) => (t.has(key) ? t(key) : plain);
  const evidence = card.evidenceKinds.map((kind) => words(`brief.evidence.${kind}`, kind));
  return (
    <Card title={t("cases.review.card")} className="masked-card">
      <p className="hint">{t("brief.masked")}</p>
      <KeyValue
        pairs={[
          { label: t("brief.claim_kind"), value: words(kindKey, card.claimKind) },
          { label: t("brief.principal"), value: <Money amount={card.principal} currency={card.currency} /> },
          { label: t("brief.due"), value: <DateText on={card.dueOn} /> },
          { label: t("brief.purpose"), value: t(`brief.purpose.${card.purpose}`) },
          { label: t("brief.debtor_kind"), value: t(`brief.debtor_kind.${card.debtorKind}`) },
          { label: t("brief.place"), value: place },
          ...(card.regulatedCredit === null
            ? []
            : [
                {
                  label: t("brief.regulated"),
                  value: t(card.regulatedCredit ? "brief.regulated_yes" : "brief.regulated_no"),
                },
              ]),
          { label: t("brief.creditor_kind"), value: words(creditorKey, card.creditorKind) },
          { label: t("brief.scope"), value: words(goalKey, card.goal) },
          {
            label: t("brief.evidence"),
            value: evidence.length > 0 ? evidence.join(t("list.separator")) : t("brief.evidence_none"),
          },
          { label: t("brief.disputed"), value: t(`brief.disputed.${card.disputed}`) },
          {
            label: t("brief.limitation"),
            value: card.limitationLast ? (
              <DateText on={card.limitationLast} />
            ) : (
              t("brief.limitation_unknown")
            ),
          },
        ]}
      />
    </Card>
  );
}
