import { postalBases } from "#app/domain/contact/channel.ts";
import { emailBases } from "#app/domain/timeline/step-forms.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader } from "#app/ui/case/case-header.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import type { ContactView, DebtorAddress } from "./contact-page.tsx";

type VerifyProps = {
  view: Pick<ContactView, "heading"> & { address: DebtorAddress; evidence: { id: string; title: string }[] };
  answer: unknown;
};

/** How it is known that the address on file is the debtor's own, and what proves it. */
export function VerifyPage({ view: { heading, address, evidence }, answer }: VerifyProps) {
  const t = useT();
  const isPost = address.channel === "post";
  if (address.state === "no-address") {
    return (
      <div className="form stack">
        <CaseHeader heading={heading} tabs={[]} />
        <Notice tone="shut">{t(isPost ? "contact.postal.none" : "contact.address.none")}</Notice>
      </div>
    );
  }
  return (
    <div className="form stack">
      <CaseHeader heading={heading} tabs={[]} />
      <p className="lead">{t("contact.verify_lead")}</p>
      <Card title={t("contact.verify")}>
        {address.to && <p className="address-on-file">{address.to}</p>}
        <ActionForm answer={answer}>
          <input type="hidden" name="channel" value={address.channel} />
          <Select
            name="basis"
            label={t(isPost ? "contact.postal_basis" : "step.email_basis")}
            choices={
              isPost
                ? postalBases.map((value) => ({ value, label: t(`contact.postal_basis.${value}`) }))
                : emailBases.map((value) => ({ value, label: t(`step.email_basis.${value}`) }))
            }
          />
          <RadioCards
            name="employerAddress"
            label={t("contact.verify_employer")}
            choices={(["no", "yes"] as const).map((value) => ({
              value,
              label: t(`contact.verify_employer.${value}`),
            }))}
          />
          <Select
            name="evidenceId"
            label={t("contact.verify_evidence")}
            hint={t("contact.verify_hint")}
            choices={evidence.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Button tone="primary">{t("contact.verify")}</Button>
        </ActionForm>
      </Card>
    </div>
  );
}
