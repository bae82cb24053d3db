import { Checkbox } from "#app/ui/checkbox.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** Names of these fields for a form's list of errors. */
export function useWorkLabels(): Record<string, string> {
  const t = useT();
  return {
    plan: t("bid.plan"),
    firstActDays: t("bid.first_act"),
    expectedMonths: t("bid.months"),
    conflictDeclared: t("compare.conflict"),
  };
}

/** What a bid says beside its fee: the plan, its time, and that nothing ties the bidder to the other side. */
export function WorkFields() {
  const t = useT();
  return (
    <>
      <TextArea name="plan" label={t("bid.plan")} hint={t("bid.plan_hint")} rows={7} maxLength={4000} />
      <PaceFields />
      <Checkbox
        name="conflictDeclared"
        label={t("bid.conflict")}
        hint={t("bid.conflict_hint")}
        optional={false}
      />
    </>
  );
}

/** When the work begins, and how long it may take. */
export function PaceFields() {
  const t = useT();
  return (
    <div className="field-row">
      <TextField name="firstActDays" label={t("bid.first_act")} inputMode="numeric" width="short" />
      <TextField name="expectedMonths" label={t("bid.months")} inputMode="numeric" width="short" />
    </div>
  );
}
