import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type Purpose = "moderation" | "duplicate_check" | "complaint" | "authority_request";
type Identity = { name: string; email: string | null; phone: string | null; address: string | null };
type ViewDebtorProps = {
  view: { caseId: string; code: string; purposes: Purpose[] };
  debtor: Identity | "erased" | null;
  answer: unknown;
};

/** Asks what the debtor's identity is needed for before it is shown; both are written to the audit log. */
export function ViewDebtorPage({ view, debtor, answer }: ViewDebtorProps) {
  const t = useT();
  return (
    <>
      <PageHeader
        title={t("cases.identity.title", { code: view.code })}
        lead={t("cases.identity.lead")}
        back={{ to: `/admin/cases/${view.caseId}`, label: view.code }}
      />
      <Card>
        {debtor === "erased" ? (
          <p>{t("debtor.erased")}</p>
        ) : debtor ? (
          <KeyValue
            pairs={[
              { label: t("cases.debtor.name"), value: debtor.name },
              { label: t("cases.debtor.address"), value: debtor.address ?? "–" },
              { label: t("cases.debtor.email"), value: debtor.email ?? "–" },
              { label: t("cases.debtor.phone"), value: debtor.phone ?? "–" },
            ]}
          />
        ) : (
          <ActionForm answer={answer} className="form">
            <RadioCards
              name="purpose"
              label={t("cases.identity.purpose")}
              choices={view.purposes.map((value) => ({ value, label: t(`cases.identity.${value}`) }))}
            />
            <Button tone="primary">{t("cases.identity.show")}</Button>
          </ActionForm>
        )}
      </Card>
    </>
  );
}
