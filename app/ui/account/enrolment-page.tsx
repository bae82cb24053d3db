import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type EnrolmentPageProps = {
  /** `svg` is a data address of the QR code. Null when no set-up is under way. */
  enrolment: { secret: string; uri: string; svg: string } | null;
  answer: unknown;
};

const inFours = (secret: string) => secret.replace(/(.{4})(?=.)/g, "$1 ");

/** Scan, or type the key in; then prove it with a first code. */
export function EnrolmentPage({ enrolment, answer }: EnrolmentPageProps) {
  const t = useT();
  const back = { to: "/account/security", label: t("security.title") };
  if (!enrolment) {
    return (
      <div className="form">
        <PageHeader title={t("set_up.title")} back={back} />
        <EmptyState
          title={t("set_up.none")}
          action={<LinkButton to="/account/security">{t("security.title")}</LinkButton>}
        />
      </div>
    );
  }
  return (
    <div className="stack form">
      <PageHeader title={t("set_up.title")} lead={t("set_up.lead")} back={back} />
      <Card title={t("set_up.scan")}>
        <p>
          <img src={enrolment.svg} alt={t("set_up.qr")} width={208} height={208} className="qr" />
        </p>
        <p>{t("set_up.or_type")}</p>
        <p>
          <CopyableId value={enrolment.secret} short={inFours(enrolment.secret)} />
        </p>
        <p>
          <a href={enrolment.uri}>{t("set_up.open_app")}</a>
        </p>
      </Card>
      <Card title={t("set_up.prove")}>
        <ActionForm answer={answer}>
          <TextField
            name="code"
            label={t("second_factor.code")}
            hint={t("set_up.code_hint")}
            autoComplete="one-time-code"
            inputMode="numeric"
            width="short"
            spellCheck={false}
          />
          <Button tone="primary">{t("set_up.submit")}</Button>
        </ActionForm>
      </Card>
    </div>
  );
}
