import type { AskedPurpose } from "#app/domain/privacy/sights.ts";
import { Card } from "#app/ui/card.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DetailsForm, type ShownContact, useContactPairs } from "./contact-details.tsx";
import { type LookedRow, WhoLooked } from "./who-looked.tsx";

type DetailsPageProps = {
  view: {
    caseId: string;
    code: string;
    debtor: (ShownContact & { name: string }) | null;
    purposes: AskedPurpose[];
    zone: string;
    looked: LookedRow[];
  };
  /** The page somebody came from to be shown them. */
  back: string;
  answer: unknown;
};

/** A debtor's details behind the question what they are needed for, and who of one's own has seen them. */
export function DetailsPage({ view, back, answer }: DetailsPageProps) {
  const t = useT();
  const { caseId, code, debtor, purposes, zone, looked } = view;
  const contact = useContactPairs(debtor);
  const name = { label: t("case.debtor"), value: debtor?.name ?? t("debtor.erased") };
  return (
    <>
      <PageHeader
        title={t("sights.title", { code })}
        lead={t("sights.lead")}
        back={{ to: `/cases/${caseId}`, label: t("case.back") }}
      />
      <div className="stack">
        <Card title={t("case.contact")}>
          <KeyValue pairs={[name, ...contact]} />
          {debtor && contact.length > 0 && (
            <DetailsForm {...{ caseId, purposes, zone, back, answer }} shownUntil={debtor.shownUntil} />
          )}
        </Card>
        <Card title={t("sights.who")} flush>
          <WhoLooked rows={looked} zone={zone} />
        </Card>
      </div>
    </>
  );
}
