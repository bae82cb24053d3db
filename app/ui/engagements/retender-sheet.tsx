import type { ReactNode } from "react";
import type { EndReason } from "#app/domain/engagements/end-mandate.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export type RetenderAnswer = { errors: object; findings: Finding[] } | undefined;

type RetenderSheetProps = {
  /** The case or the lot. */
  code: string;
  home: string;
  zone: string;
  reasons: EndReason[];
  /** What it sets off. */
  lead: string;
  answer: RetenderAnswer;
  /** What else follows, on cards below. */
  children?: ReactNode;
};

/** What ending a mandate of a case or a lot sets off, before it is done: one press ends it and opens a round. */
export function RetenderSheet({ code, home, zone, reasons, lead, answer, children }: RetenderSheetProps) {
  const t = useT();
  const back = `${home}/engagement`;
  return (
    <div className="stack form">
      <PageHeader
        title={t("retender.title", { case: code })}
        back={{ to: back, label: t("engagement.paper") }}
      />
      {answer && answer.findings.length > 0 && (
        <Notice tone="shut">
          <Findings findings={answer.findings} zone={zone} />
        </Notice>
      )}
      <Card>
        <div className="stack">
          <p>{lead}</p>
          <ActionForm answer={answer} values={{ reason: reasons[0] }} className="form">
            <RadioCards
              name="reason"
              label={t("retender.reason")}
              hint={t("retender.reason_hint")}
              choices={reasons.map((value) => ({ value, label: t(`retender.reason.${value}`) }))}
            />
            <div className="form-acts">
              <Button tone="danger">{t("retender.submit")}</Button>
              <LinkButton to={back} tone="quiet">
                {t("engagement.paper")}
              </LinkButton>
            </div>
          </ActionForm>
        </div>
      </Card>
      {children}
    </div>
  );
}
