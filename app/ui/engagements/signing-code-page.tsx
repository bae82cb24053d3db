import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";

/** Asks for a one-time code at an address of its own. `back`: the paper it is for. */
export function SigningCodePage({ back, answer }: { back: string; answer: unknown }) {
  const t = useT();
  return (
    <FormPage title={t("sign.code_title")} back={{ to: back, label: t("engagement.paper") }}>
      <ActionForm answer={answer}>
        <Button>{t("sign.code_again")}</Button>
      </ActionForm>
    </FormPage>
  );
}
