import type { EndReason } from "#app/domain/engagements/end-mandate.ts";
import type { Milestone } from "#app/domain/engagements/fee-split.ts";
import { milestoneParts, milestones } from "#app/domain/engagements/fee-split.ts";
import { Card } from "#app/ui/card.tsx";
import type { CaseHeading } from "#app/ui/case/case-header.tsx";
import { useT } from "#app/ui/messages.tsx";
import { type RetenderAnswer, RetenderSheet } from "./retender-sheet.tsx";

type RetenderPageProps = {
  view: {
    heading: CaseHeading;
    place: { zone: string };
    ready: {
      firm: string;
      reasons: EndReason[];
      shares: { firm: string; milestones: { milestone: Milestone; parts: number }[] }[];
    };
  };
  answer: RetenderAnswer;
};

const total = milestones.reduce((sum, each) => sum + milestoneParts[each], 0);

/** The end of a case's mandate, and what of one fee its collector keeps. */
export function RetenderPage({ view, answer }: RetenderPageProps) {
  const t = useT();
  const { heading, place, ready } = view;
  const { firm, reasons, shares } = ready;
  const earned = shares.flatMap((share) => (share.firm === firm ? share.milestones : []));
  return (
    <RetenderSheet
      code={heading.code}
      home={`/cases/${heading.caseId}`}
      zone={place.zone}
      reasons={reasons}
      lead={t("retender.lead", { firm })}
      answer={answer}
    >
      <Card title={t("retender.split")}>
        <p>{t("retender.split_text", { firm })}</p>
        {earned.length > 0 && (
          <ul>
            {earned.map(({ milestone, parts }) => (
              <li key={milestone}>
                {t("retender.earned", { milestone: t(`milestone.${milestone}`), count: parts, total })}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </RetenderSheet>
  );
}
