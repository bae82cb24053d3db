import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { ConsentBoxes } from "./consent-boxes.tsx";
import { FormPage } from "./form-page.tsx";
import { LinkOver } from "./link-over.tsx";

type InvitationPageProps = {
  invitation: {
    organization: string;
    email: string;
    role: "owner" | "manager" | "member";
    invitedBy: string;
    step: "accept" | "sign-in" | "join" | "for-another";
  } | null;
  here: string;
  answer: unknown;
};

/** Who invites to what, and the one way on for whoever is reading. */
export function InvitationPage({ invitation, here, answer }: InvitationPageProps) {
  const t = useT();
  if (!invitation) {
    return (
      <LinkOver>
        <LinkButton to="/" tone="primary">
          {t("failure.back_home")}
        </LinkButton>
      </LinkOver>
    );
  }
  const { organization, invitedBy: by, email, role, step } = invitation;
  const lead = `${t("invitation.role", { role: t(`member.${role}`), email })} ${t(`invitation.${step}`)}`;
  return (
    <FormPage title={t("invitation.title", { by, organization })} lead={lead}>
      {step === "accept" && (
        <ActionForm action={`${here}/accept`} reloadDocument>
          <Button tone="primary">{t("invitation.accept_submit", { organization })}</Button>
        </ActionForm>
      )}
      {step === "sign-in" && (
        <LinkButton to={`/sign-in?next=${encodeURIComponent(here)}`} tone="primary">
          {t("nav.sign_in")}
        </LinkButton>
      )}
      {step === "for-another" && (
        <ActionForm action="/sign-out" reloadDocument>
          <Button tone="primary">{t("nav.sign_out")}</Button>
        </ActionForm>
      )}
      {step === "join" && <JoinForm email={email} answer={answer} organization={organization} />}
    </FormPage>
  );
}

function JoinForm({ email, answer, organization }: { email: string; answer: unknown; organization: string }) {
  const t = useT();
  return (
    <ActionForm answer={answer}>
      <TextField name="name" label={t("account.name")} autoComplete="name" />
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      <PasswordField
        name="password"
        label={t("account.password")}
        hint={t("account.password_hint")}
        autoComplete="new-password"
      />
      <ConsentBoxes />
      <Button tone="primary" wide>
        {t("invitation.join_submit", { organization })}
      </Button>
    </ActionForm>
  );
}
