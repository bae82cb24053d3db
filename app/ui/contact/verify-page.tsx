import { postalBases, smsBases } from "#app/domain/contact/channel.ts";
import type { ContactChannel } from "#app/domain/contact/templates/template.ts";
import { emailBases } from "#app/domain/timeline/step-forms.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader } from "#app/ui/case/case-header.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import type { ContactView, DebtorAddress } from "./contact-page.tsx";

type VerifyProps = {
  view: Pick<ContactView, "heading"> & { address: DebtorAddress; evidence: { id: string; title: string }[] };
  answer: unknown;
};

const wordsOf = {
  email: {
    none: "contact.address.none",
    basis: "step.email_basis",
    atWork: "contact.verify_employer",
    title: "contact.verify",
  },
  sms: {
    none: "contact.phone.none",
    basis: "contact.phone_basis",
    atWork: "contact.verify_number",
    title: "contact.verify_phone",
  },
  post: {
    none: "contact.postal.none",
    basis: "contact.postal_basis",
    atWork: "contact.verify_employer",
    title: "contact.verify",
  },
} as const satisfies Record<ContactChannel, Record<string, string>>;

function basesOf(channel: ContactChannel, t: ReturnType<typeof useT>): { value: string; label: string }[] {
  switch (channel) {
    case "email":
      return emailBases.map((value) => ({ value, label: t(`step.email_basis.${value}`) }));
    case "sms":
      return smsBases.map((value) => ({ value, label: t(`contact.phone_basis.${value}`) }));
    case "post":
      return postalBases.map((value) => ({ value, label: t(`contact.postal_basis.${value}`) }));
  }
}

/** How it is known that the address on file is the debtor's own, and what proves it. */
export function VerifyPage({ view: { heading, address, evidence }, answer }: VerifyProps) {
  const t = useT();
  const words = wordsOf[address.channel];
  if (address.state === "no-address") {
    return (
      <div className="form stack">
        <CaseHeader heading={heading} tabs={[]} />
        <Notice tone="shut">{t(words.none)}</Notice>
      </div>
    );
  }
  return (
    <div className="form stack">
      <CaseHeader heading={heading} tabs={[]} />
      <p className="lead">{t("contact.verify_lead")}</p>
      <Card title={t(words.title)}>
        {address.to && <p className="address-on-file">{address.to}</p>}
        <ActionForm answer={answer}>
          <input type="hidden" name="channel" value={address.channel} />
          <Select name="basis" label={t(words.basis)} choices={basesOf(address.channel, t)} />
          {address.channel === "sms" && (
            <DateField name="checkedOn" label={t("contact.checked_on")} hint={t("contact.checked_on_hint")} />
          )}
          <RadioCards
            name="employerAddress"
            label={t(words.atWork)}
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
          <Button tone="primary">{t(words.title)}</Button>
        </ActionForm>
      </Card>
    </div>
  );
}
