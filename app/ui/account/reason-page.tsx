import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { FormPage } from "./form-page.tsx";

type ReasonPageProps = {
  decision: "return" | "refuse" | "suspend";
  licence: { id: string; number: string; holderName: string };
  orgName: string;
  answer: unknown;
};

/** A decision against a licence, with the reason its holder will read. */
export function ReasonPage({ decision, licence, orgName, answer }: ReasonPageProps) {
  const t = useT();
  const back = { to: `/admin/licences/${licence.id}`, label: orgName };
  const lead = t(`review.${decision}_lead`, { holder: licence.holderName, number: licence.number });
  return (
    <FormPage title={t(`review.${decision}`)} lead={lead} back={back}>
      <ActionForm answer={answer}>
        <TextArea name="reason" label={t("review.reason")} hint={t("review.reason_hint")} maxLength={2000} />
        <Button tone={decision === "return" ? "primary" : "danger"}>{t(`review.${decision}_submit`)}</Button>
      </ActionForm>
    </FormPage>
  );
}
