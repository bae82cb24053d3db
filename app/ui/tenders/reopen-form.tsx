import type { ReactNode } from "react";
import { tenderScopes } from "#app/domain/tenders/scope.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";

type ReopenFormProps = {
  /** What the round before was about. */
  before: { scope: string; feeModels?: string[] };
  scopeHint: string;
  back: string;
  answer: unknown;
  /** What else is asked. */
  children?: ReactNode;
};

/** The terms of a new round of a case or a lot. */
export function ReopenForm({ before, scopeHint, back, answer, children }: ReopenFormProps) {
  const t = useT();
  return (
    <Card>
      <ActionForm answer={answer} values={{ hours: "120", ...before }} className="form">
        <RadioCards
          name="hours"
          label={t("reopen.hours")}
          inline
          choices={(["24", "48", "120"] as const).map((value) => ({
            value,
            label: t(`reopen.hours_${value}`),
          }))}
        />
        <RadioCards
          name="scope"
          label={t("reopen.scope")}
          hint={scopeHint}
          choices={tenderScopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
        />
        {children}
        <div className="form-acts">
          <Button tone="primary">{t("reopen.submit")}</Button>
          <LinkButton to={back} tone="quiet">
            {t("award.back")}
          </LinkButton>
        </div>
      </ActionForm>
    </Card>
  );
}
