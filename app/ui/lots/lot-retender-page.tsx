import type { EndReason } from "#app/domain/engagements/end-mandate.ts";
import { Card } from "#app/ui/card.tsx";
import { type RetenderAnswer, RetenderSheet } from "#app/ui/engagements/retender-sheet.tsx";
import { useT } from "#app/ui/messages.tsx";
import type { LotHeading } from "./lot-header.tsx";

type LotRetenderPageProps = {
  view: {
    heading: LotHeading;
    ready: { firm: string; reasons: EndReason[]; cases: number; waiting: number };
  };
  answer: RetenderAnswer;
};

/** The end of a lot's one mandate: which cases and claims go along, and what stays. */
export function LotRetenderPage({ view: { heading, ready }, answer }: LotRetenderPageProps) {
  const t = useT();
  const { firm, reasons, cases, waiting } = ready;
  return (
    <RetenderSheet
      code={heading.code}
      home={`/lots/${heading.caseId}`}
      zone={heading.zone}
      reasons={reasons}
      lead={t("lot.retender.lead", { firm })}
      answer={answer}
    >
      <Card title={t("lot.retender.goes")}>
        <ul>
          <li>{t("lot.retender.cases", { count: cases, firm })}</li>
          {waiting > 0 && <li>{t("lot.retender.waiting", { count: waiting })}</li>}
          <li>{t("lot.retender.stays")}</li>
          <li>{t("retender.split_text", { firm })}</li>
        </ul>
      </Card>
    </RetenderSheet>
  );
}
