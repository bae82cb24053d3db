import { ActionForm } from "#app/ui/action-form.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { FormPage } from "./form-page.tsx";

/** What was wrong with a small form of the practice page, and the way back to it. */
export function RefusedPractice({ answer }: { answer: unknown }) {
  const t = useT();
  return (
    <FormPage title={t("office.title")} back={{ to: "/organization", label: t("nav.organization") }}>
      <ActionForm answer={answer}>
        <LinkButton to="/organization/practice">{t("office.title")}</LinkButton>
      </ActionForm>
    </FormPage>
  );
}
