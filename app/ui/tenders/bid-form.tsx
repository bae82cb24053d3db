import type { FeeCheck } from "#app/domain/tenders/fee-check.ts";
import type { FeeModel } from "#app/domain/tenders/terms.ts";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { BidSheet } from "./bid-sheet.tsx";
import { useLiveCheck } from "./live-check.ts";
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
  const at = `/rounds/${caseId}`;
  const { live, follow } = useLiveCheck<FeeCheck>(`${at}/check`, (name) => feeFields.has(name));
  return (
    <div className="columns bid">
      <BidSheet at={at} values={values} revising={revising} answer={answer} follow={follow}>
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
      </BidSheet>
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
