import type { DeclineReason, PlanAnswer } from "#app/domain/debtors/plan-answers.ts";
import type { Proposal } from "#app/domain/debtors/proposal.ts";
import { doorDate } from "#app/messages/door/languages.ts";
import { proposalWords } from "#app/messages/door/proposal.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useDoorLanguage, useDoorT } from "./door-words.tsx";

export type AnswerShown = {
  answer: PlanAnswer;
  on: string;
  reason: DeclineReason | null;
  /** What was proposed instead, and how its monthly sum would be typed. */
  counter: (Proposal & { typed: string }) | null;
} | null;

type AnswerStatusProps = { answered: AnswerShown; formKey: string; currency: string };

/** What became of a proposal, and the one act that may follow. */
export function AnswerStatus({ answered, formKey, currency }: AnswerStatusProps) {
  const t = useDoorT();
  const language = useDoorLanguage();
  const day = answered ? doorDate(answered.on, language) : "";
  return (
    <Card title={t("answer.title")}>
      {!answered && <p>{t("answer.waits")}</p>}
      {answered?.answer === "accepted" && (
        <>
          <p>{t("answer.accepted", { day })}</p>
          <p>
            <a href="/door/pay">{t("answer.accepted_pay")}</a>
          </p>
        </>
      )}
      {answered?.counter && (
        <>
          <p>{t("answer.countered", { day, plan: proposalWords(answered.counter, currency, language) })}</p>
          <ActionForm action="/door/propose" id="take">
            <input type="hidden" name="key" value={formKey} />
            <input type="hidden" name="monthly" value={answered.counter.typed} />
            <input type="hidden" name="firstOn" value={answered.counter.firstOn} />
            <p className="hint">{t("answer.take_hint")}</p>
            <Button wide>{t("answer.take")}</Button>
          </ActionForm>
        </>
      )}
      {answered?.reason && (
        <>
          <p>{t("answer.declined", { day, why: t(`answer.why.${answered.reason}`) })}</p>
          <p>{t("answer.declined_next")}</p>
        </>
      )}
    </Card>
  );
}
