import { Form } from "@remix-run/react";
import type { AskedPurpose, SightPurpose } from "#app/domain/privacy/sights.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { Masked, type ShownContact, useContactPairs } from "#app/ui/privacy/contact-details.tsx";
import { type LookedRow, WhoLooked } from "#app/ui/privacy/who-looked.tsx";
import { Select } from "#app/ui/select.tsx";

export type MaskedDebtor = ShownContact & { name: string };

type ViewDebtorProps = {
  view: {
    caseId: string;
    code: string;
    purposes: AskedPurpose[];
    /** Null once it was erased. */
    debtor: MaskedDebtor | null;
    zone: string;
    looked: LookedRow[];
    /** The purpose whose sights alone are listed. */
    only: SightPurpose | null;
    seen: SightPurpose[];
  };
  answer: unknown;
};

/** Asks what the debtor's identity is needed for before it is shown, and lists everybody who was shown something of it. */
export function ViewDebtorPage({ view, answer }: ViewDebtorProps) {
  const t = useT();
  const { debtor, zone } = view;
  return (
    <>
      <PageHeader
        title={t("cases.identity.title", { code: view.code })}
        lead={t("cases.identity.lead")}
        back={{ to: `/admin/cases/${view.caseId}`, label: view.code }}
      />
      <div className="stack">
        <Card>
          <Identity debtor={debtor} />
          {debtor?.shownUntil && (
            <p className="hint" role="status">
              <Phrase
                of="sights.shown_until"
                nodes={{ at: <Instant key="at" at={debtor.shownUntil} zone={zone} /> }}
              />
            </p>
          )}
          {debtor && !debtor.shownUntil && (
            <ActionForm answer={answer} className="form details-form">
              <RadioCards
                name="purpose"
                label={t("cases.identity.purpose")}
                choices={view.purposes.map((value) => ({ value, label: t(`sights.purpose.${value}`) }))}
              />
              <Button tone="primary">{t("cases.identity.show")}</Button>
            </ActionForm>
          )}
        </Card>
        <Card title={t("sights.who")}>
          <Filter view={view} />
          <WhoLooked rows={view.looked} zone={zone} withOrganization />
        </Card>
      </div>
    </>
  );
}

/** The name in initials, and every address masked, until a sight is open. */
export function Identity({ debtor }: { debtor: MaskedDebtor | null }) {
  const t = useT();
  const contact = useContactPairs(debtor);
  if (!debtor) return <p>{t("debtor.erased")}</p>;
  const { name, shownUntil } = debtor;
  const shown = shownUntil ? name : <Masked text={name} said={t("sights.hidden.name")} />;
  return <KeyValue pairs={[{ label: t("cases.debtor.name"), value: shown }, ...contact]} />;
}

/** Kept in the address, so that it works without scripts and can be sent on. */
function Filter({ view: { seen, only } }: Pick<ViewDebtorProps, "view">) {
  const t = useT();
  return (
    <Form method="get" className="form sights-filter">
      <Select
        name="purpose"
        label={t("sights.filter")}
        defaultValue={only ?? ""}
        blank={t("sights.filter_all")}
        choices={seen.map((value) => ({ value, label: t(`sights.purpose.${value}`) }))}
        width="medium"
      />
      <Button>{t("sights.filter_set")}</Button>
    </Form>
  );
}
