import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useLookAgain } from "#app/ui/look-again.ts";
import { useT } from "#app/ui/messages.tsx";
import { Notice, type NoticeTone } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type Step = "no-provider" | "none" | "being-made" | "to-onboard" | "in-review" | "ready";

export type AccountPageProps = {
  step: Step;
  accountId: string | null;
  payoutsEnabled: boolean;
  requirements: string[];
  maySetUp: boolean;
  local: boolean;
};

const tones: Record<Step, NoticeTone> = {
  "no-provider": "shut",
  none: "info",
  "being-made": "wait",
  "to-onboard": "wait",
  "in-review": "wait",
  ready: "ok",
};

/** How an organisation stands with the payment provider, and the one thing that comes next. */
export function AccountPage(account: AccountPageProps) {
  const { step, accountId, payoutsEnabled, requirements, maySetUp, local } = account;
  const t = useT();
  useLookAgain(step === "being-made" || step === "in-review");
  return (
    <div className="stack form">
      <PageHeader title={t("nav.payments")} lead={t("payments.lead")} />
      {local && <Notice tone="info">{t("payments.local")}</Notice>}
      <Notice tone={tones[step]} title={t(`payments.step.${step}.title`)}>
        <p>{t(`payments.step.${step}.text`)}</p>
        {step === "ready" && !payoutsEnabled && <p>{t("payments.no_payouts")}</p>}
      </Notice>
      {accountId && (
        <KeyValue
          pairs={[
            { label: t("payments.account"), value: <code>{accountId}</code> },
            ...(requirements.length > 0
              ? [{ label: t("payments.asked"), value: requirements.join(", ") }]
              : []),
          ]}
        />
      )}
      {maySetUp ? <NextAct step={step} /> : <p>{t("payments.managers_only")}</p>}
    </div>
  );
}

function NextAct({ step }: { step: Step }) {
  const t = useT();
  switch (step) {
    case "no-provider":
      return null;
    case "none":
      return (
        <ActionForm action="/payments/set-up">
          <Button tone="primary">{t("payments.open")}</Button>
        </ActionForm>
      );
    case "being-made":
    case "in-review":
      return (
        <div className="acts">
          <LinkButton to="/payments">{t("payments.look_again")}</LinkButton>
        </div>
      );
    case "to-onboard":
    case "ready":
      return (
        <ActionForm action="/payments/continue" reloadDocument>
          <Button tone={step === "ready" ? "secondary" : "primary"}>
            {t(step === "ready" ? "payments.review" : "payments.continue")}
          </Button>
        </ActionForm>
      );
  }
}
