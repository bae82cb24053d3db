import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";

type StopView = { caseId: string; code: string; planId: string | null; missed: number };

/** Asks a party once more, and whether the debtor broke the plan: only then the log says that it ended. */
export function StopPlanPage({ view, answer }: { view: StopView; answer: unknown }) {
  const t = useT();
  const { caseId, code, planId, missed } = view;
  const reasons = missed > 0 ? (["party", "broken"] as const) : (["party"] as const);
  return (
    <FormPage
      title={t("plan.stop")}
      lead={t("plan.stop_lead")}
      back={{ to: `/cases/${caseId}/money`, label: code }}
    >
      {planId ? (
        <ActionForm answer={answer} values={{ reason: "party" }}>
          <input type="hidden" name="planId" value={planId} />
          <RadioCards
            name="reason"
            label={t("plan.stop_why")}
            choices={reasons.map((value) => ({
              value,
              label: t(`plan.stop_why.${value}`),
              hint: t(`plan.stop_why.${value}_hint`, { count: missed }),
            }))}
          />
          <Button tone="primary">{t("plan.stop_submit")}</Button>
        </ActionForm>
      ) : (
        <Notice tone="shut">{t("plan.over")}</Notice>
      )}
    </FormPage>
  );
}

/** Asks the debtor once more before the saved method is taken back. */
export function StopMethodPage({ here, isOpen }: { here: string; isOpen: boolean }) {
  const t = useT();
  return (
    <FormPage title={t("plan.pay.stop")} back={{ to: here, label: t("plan.pay.title") }}>
      {isOpen ? (
        <ActionForm>
          <p>{t("plan.pay.stop_text")}</p>
          <Button tone="primary">{t("plan.pay.stop_submit")}</Button>
        </ActionForm>
      ) : (
        <Notice tone="ok">{t("plan.pay.no_method")}</Notice>
      )}
    </FormPage>
  );
}
