import { useFetcher } from "@remix-run/react";
import { type FormEvent, useRef } from "react";
import type { FeeCheck } from "#app/domain/tenders/fee-check.ts";
import type { FeeModel } from "#app/domain/tenders/terms.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { WorkedExample } from "./worked-example.tsx";

type BidFormProps = {
  caseId: string;
  principal: number;
  currency: string;
  feeModels: FeeModel[];
  /** The bid as it was placed, in the form's own spelling. */
  values: Record<string, string>;
  revising: boolean;
  /** The action's refusal. */
  answer: unknown;
  check: FeeCheck | null;
};

const feeFields = new Set(["model", "successPercent", "fixedFee", "hourlyRate", "estimatedHours"]);
const pauseMs = 350;

/**
 * The sealed bid. The worked example follows what is typed; without JavaScript the button "work the fee through"
 * brings it, and the form comes back as it was filled in.
 */
export function BidForm({
  caseId,
  principal,
  currency,
  feeModels,
  values,
  revising,
  answer,
  check,
}: BidFormProps) {
  const t = useT();
  const { live, follow } = useLiveCheck(caseId);
  return (
    <div className="columns bid">
      <Card>
        <div onInput={follow} onChange={follow}>
          <ActionForm answer={answer} values={values} action={`/rounds/${caseId}/bid`} id="bid">
            <RadioCards
              name="model"
              label={t("bid.model")}
              choices={feeModels.map((value) => ({
                value,
                label: t(`fee_model.${value}`),
                hint: t(`fee_model.${value}_hint`),
              }))}
            />
            <FeeFields feeModels={feeModels} currency={currency} />
            <div className="field fee-check">
              <button type="submit" className="button secondary" formAction={`/rounds/${caseId}/check`}>
                {t("bid.check")}
              </button>
            </div>
            <TextArea name="plan" label={t("bid.plan")} hint={t("bid.plan_hint")} rows={7} maxLength={4000} />
            <div className="field-row">
              <TextField name="firstActDays" label={t("bid.first_act")} inputMode="numeric" width="short" />
              <TextField name="expectedMonths" label={t("bid.months")} inputMode="numeric" width="short" />
            </div>
            <Checkbox
              name="conflictDeclared"
              label={t("bid.conflict")}
              hint={t("bid.conflict_hint")}
              optional={false}
            />
            <div className="form-acts">
              <Button tone="primary" wide>
                {t(revising ? "bid.submit_revised" : "bid.submit")}
              </Button>
            </div>
          </ActionForm>
        </div>
      </Card>
      <WorkedExample check={live === undefined ? check : live} principal={principal} currency={currency} />
    </div>
  );
}

/** Only the parts of the model that is chosen; the style sheet hides the others, with or without JavaScript. */
export function FeeFields({ feeModels, currency }: { feeModels: FeeModel[]; currency: string }) {
  const t = useT();
  const accepts = (...models: FeeModel[]) => models.some((model) => feeModels.includes(model));
  return (
    <>
      {accepts("fixed", "hybrid") && (
        <div className="fee-part fixed hybrid">
          <MoneyField name="fixedFee" label={t("bid.fixed")} hint={t("bid.fixed_hint")} currency={currency} />
        </div>
      )}
      {accepts("success", "hybrid") && (
        <div className="fee-part success hybrid">
          <TextField
            name="successPercent"
            label={t("bid.success")}
            hint={t("bid.success_hint")}
            inputMode="decimal"
            width="short"
            suffix="%"
          />
        </div>
      )}
      {accepts("hourly") && (
        <div className="fee-part hourly">
          <MoneyField name="hourlyRate" label={t("bid.rate")} hint={t("bid.rate_hint")} currency={currency} />
          <TextField name="estimatedHours" label={t("bid.hours")} inputMode="numeric" width="short" />
        </div>
      )}
    </>
  );
}

/** Asks the server while the fee is typed; only the fee leaves the page, never the plan. */
function useLiveCheck(caseId: string) {
  const fetcher = useFetcher<{ check: FeeCheck | null }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const follow = ({ target }: FormEvent) => {
    if (!(target instanceof HTMLInputElement) || !target.form || !feeFields.has(target.name)) return;
    const typed = new FormData(target.form);
    const fee = new FormData();
    for (const [name, value] of typed) if (feeFields.has(name)) fee.append(name, value);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => fetcher.submit(fee, { method: "post", action: `/rounds/${caseId}/check` }),
      pauseMs,
    );
  };
  return { live: fetcher.data === undefined ? undefined : fetcher.data.check, follow };
}
