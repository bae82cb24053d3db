import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";

type DeclineProps = { view: { /** Of the case or the lot. */ home: string }; answer: unknown };

/** Declines an amendment, or withdraws it, at an address of its own. */
export function DeclineAmendmentPage({ view: { home }, answer }: DeclineProps) {
  const t = useT();
  const back = { to: `${home}/engagement`, label: t("engagement.paper") };
  return (
    <FormPage title={t("amendment.decline")} lead={t("amendment.decline_text")} back={back}>
      <ActionForm answer={answer}>
        <Button tone="danger">{t("amendment.decline")}</Button>
      </ActionForm>
    </FormPage>
  );
}
