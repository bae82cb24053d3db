import { goals, roundHours } from "#app/domain/cases/answers.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { CheckboxGroup, RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import type { LotSum } from "./portfolio-facts.ts";

type Props = { lots: LotSum[]; answer: unknown };

const actOf = (answer: unknown): unknown =>
  typeof answer === "object" && answer !== null && "values" in answer
    ? (answer.values as Record<string, unknown>).intent
    : null;

/** What a creditor does with the lots of a portfolio, the next act first: offering them, changing them, splitting anew. */
export function LotForms({ lots, answer }: Props) {
  const act = actOf(answer);
  const own = (...acts: string[]) => (acts.some((each) => each === act) ? answer : undefined);
  return (
    <>
      {lots.length > 0 && <OfferForm answer={own("submit")} />}
      {lots.length > 0 && <ChangeForm lots={lots} answer={own("merge", "leave_out")} />}
      <SplitForm anew={lots.length > 0} answer={own("split")} />
    </>
  );
}

function OfferForm({ answer }: { answer: unknown }) {
  const t = useT();
  return (
    <Card title={t("portfolios.submit_title")}>
      <ActionForm id="submit" answer={answer} className="form">
        <RadioCards
          name="goal"
          label={t("cases.goal.goal")}
          choices={goals.map((value) => ({ value, label: t(`cases.goal.${value}`) }))}
        />
        <RadioCards
          name="windowHours"
          label={t("cases.goal.window")}
          inline
          choices={roundHours.map((hours) => ({
            value: String(hours),
            label: t("cases.goal.window_days", { count: hours / 24 }),
          }))}
        />
        <Button name="intent" value="submit" tone="primary">
          {t("portfolios.submit")}
        </Button>
      </ActionForm>
    </Card>
  );
}

function ChangeForm({ lots, answer }: Props) {
  const t = useT();
  return (
    <Card title={t("portfolios.change_lots")}>
      <ActionForm id="change" answer={answer} className="form">
        <CheckboxGroup
          name="lotIds"
          label={t("portfolios.choose_lots")}
          choices={lots.map(({ caseId, code, region }) => ({ value: caseId, label: `${code} · ${region}` }))}
        />
        <div className="form-acts">
          {lots.length > 1 && (
            <Button name="intent" value="merge">
              {t("portfolios.merge")}
            </Button>
          )}
          <Button name="intent" value="leave_out">
            {t("portfolios.leave_out_lots")}
          </Button>
        </div>
      </ActionForm>
    </Card>
  );
}

function SplitForm({ anew, answer }: { anew: boolean; answer: unknown }) {
  const t = useT();
  const title = t(anew ? "portfolios.split_anew" : "portfolios.split");
  return (
    <Card title={title}>
      {anew && <p>{t("portfolios.split_anew_text")}</p>}
      <ActionForm id="split" answer={answer} className="form">
        <Checkbox name="withBarred" label={t("portfolios.with_barred")} />
        <Button name="intent" value="split" tone={anew ? "secondary" : "primary"}>
          {title}
        </Button>
      </ActionForm>
    </Card>
  );
}
