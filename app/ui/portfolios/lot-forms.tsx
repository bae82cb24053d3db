import { goals, roundHours } from "#app/domain/cases/answers.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { CheckboxGroup, RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import type { PortfolioFacts } from "./portfolio-facts.ts";

type Props = { lots: PortfolioFacts["lots"]["rows"]; answer: unknown };

const actOf = (answer: unknown): unknown =>
  typeof answer === "object" && answer !== null && "values" in answer
    ? (answer.values as Record<string, unknown>).intent
    : null;

/** Splitting, merging, leaving out and offering the lots of a portfolio. */
export function LotForms({ lots, answer }: Props) {
  const t = useT();
  const act = actOf(answer);
  const own = (...acts: string[]) => (acts.some((each) => each === act) ? answer : undefined);
  return (
    <>
      <Card title={t(lots.length > 0 ? "portfolios.split_anew" : "portfolios.split")}>
        <ActionForm id="split" answer={own("split")}>
          <Checkbox name="withBarred" label={t("portfolios.with_barred")} />
          <Button name="intent" value="split" tone={lots.length > 0 ? "secondary" : "primary"}>
            {t(lots.length > 0 ? "portfolios.split_anew" : "portfolios.split")}
          </Button>
        </ActionForm>
      </Card>
      {lots.length > 0 && (
        <>
          <Card title={t("portfolios.change_lots")}>
            <ActionForm id="change" answer={own("merge", "leave_out")}>
              <CheckboxGroup
                name="lotIds"
                label={t("portfolios.choose_lots")}
                choices={lots.map(({ caseId, code, region }) => ({
                  value: caseId,
                  label: `${code} · ${region}`,
                }))}
              />
              <div className="form-acts">
                <Button name="intent" value="merge">
                  {t("portfolios.merge")}
                </Button>
                <Button name="intent" value="leave_out">
                  {t("portfolios.leave_out_lots")}
                </Button>
              </div>
            </ActionForm>
          </Card>
          <Card title={t("portfolios.submit_title")}>
            <ActionForm id="submit" answer={own("submit")}>
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
        </>
      )}
    </>
  );
}
