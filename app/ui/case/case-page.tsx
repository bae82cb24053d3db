import type { Proposal } from "#app/domain/debtors/proposal.ts";
import type { AskedPurpose } from "#app/domain/privacy/sights.ts";
import type { ClaimToday } from "#app/domain/timeline/claim-today.ts";
import { formatDate } from "#app/messages/format.ts";
import { proposalText } from "#app/messages/proposal.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DetailsForm, type ShownContact, useContactPairs } from "#app/ui/privacy/contact-details.tsx";
import { LastLooks, type LookedRow } from "#app/ui/privacy/who-looked.tsx";
import { CaseChanges } from "./case-changes.tsx";
import { CaseDates, type ListedDate } from "./case-dates.tsx";
import { CaseHeader, type CaseHeading } from "./case-header.tsx";
import { CaseLadder, type CaseLadderView } from "./case-ladder.tsx";
import { CaseNext } from "./case-next.tsx";
import { caseTabs } from "./case-tabs.ts";
import { ClaimTable } from "./claim-table.tsx";
import { ConductFound, type FoundConduct } from "./conduct-found.tsx";
import { EventLog, type LogEntry } from "./event-log.tsx";

export type CasePageView = {
  heading: CaseHeading;
  relation: string;
  debtor: (ShownContact & { name: string }) | null;
  /** What this reader may be shown the debtor's addresses for. */
  purposes: AskedPurpose[];
  /** Who of the reader's own looked last. */
  looked: LookedRow[];
  isErased: boolean;
  creditorName: string;
  collectorName: string | null;
  zone: string;
  today: string;
  pack: { id: string; version: string; signedOffBy: string | null; signedOffOn: string | null };
  /** The instant the page was made for. */
  now: string;
  dates: ListedDate[];
  rungs: CaseLadderView["rungs"];
  holds: CaseLadderView["holds"];
  whatIf: CaseLadderView["whatIf"];
  claim: ClaimToday;
  /** Where it is settled that the collector lost the licence that the mandate rests on; null where nothing is to be. */
  lapse: string | null;
  log: LogEntry[];
  conduct: FoundConduct[];
  /** What the debtor proposes to pay, while it waits for its reader's answer. */
  proposes: Proposal | null;
};

/** Where the case stands, what comes next and why not yet, what is owed, and everything that happened. */
export function CasePage({ view }: { view: CasePageView }) {
  const t = useT();
  const { heading } = view;
  const party = view.relation === "creditor" || view.relation === "collector";
  return (
    <>
      <CaseHeader heading={heading} tabs={caseTabs(heading, view.relation, t)} />
      {view.lapse && (
        <Notice
          tone="shut"
          title={t("lapse.title", { firm: view.collectorName ?? "", case: heading.code })}
          action={
            <LinkButton to={view.lapse} tone="primary">
              {t("case.lapse_open")}
            </LinkButton>
          }
        />
      )}
      {view.proposes && <Proposes view={view} proposal={view.proposes} />}
      <CaseNext view={view} />
      {view.relation === "creditor" && <CaseChanges heading={heading} />}
      <div className="columns side">
        <CaseLadder caseId={heading.caseId} view={view} />
        <div className="stack">
          <CaseDates caseId={heading.caseId} dates={view.dates} now={view.now} />
          <ClaimTable claim={view.claim} />
          <People view={view} />
          <ConductFound found={view.conduct} />
          <Card title={t("log.title")} aside={party && <Acts view={view} />}>
            {view.log.length > 0 ? (
              <EventLog
                entries={view.log}
                zone={view.zone}
                currency={view.claim.currency}
                contactAt={party ? `/cases/${heading.caseId}/contact` : null}
                writeAt={party && heading.status === "engaged" ? `/cases/${heading.caseId}/messages` : null}
              />
            ) : (
              <p>{t("log.empty")}</p>
            )}
          </Card>
        </div>
      </div>
    </>
  );
}

function Acts({ view: { heading } }: { view: CasePageView }) {
  const t = useT();
  if (heading.status === "closed" || heading.status === "refused") return null;
  return (
    <div className="acts">
      <LinkButton to={`/cases/${heading.caseId}/record`} small>
        {t("case.act.record_fact")}
      </LinkButton>
      {heading.status === "engaged" && (
        <LinkButton to={`/cases/${heading.caseId}/close`} small tone="quiet">
          {t("case.act.close")}
        </LinkButton>
      )}
    </div>
  );
}

function People({ view }: { view: CasePageView }) {
  const t = useT();
  const locale = useLocale();
  const { debtor, pack, heading, purposes, zone } = view;
  const contact = useContactPairs(debtor);
  const { caseId } = heading;
  const packKey = `law.pack.${pack.id}`;
  const values = { pack: t.has(packKey) ? t(packKey) : pack.id, version: pack.version };
  return (
    <Card>
      <KeyValue
        pairs={[
          {
            label: t("case.debtor"),
            value: debtor?.name ?? t(view.isErased ? "debtor.erased" : "case.debtor_masked"),
          },
          ...contact,
          { label: t("case.creditor"), value: view.creditorName },
          { label: t("case.collector"), value: view.collectorName ?? t("case.collector_none") },
          {
            label: t("case.pack"),
            value:
              pack.signedOffBy && pack.signedOffOn
                ? t("case.pack_signed", {
                    ...values,
                    by: pack.signedOffBy,
                    on: formatDate(pack.signedOffOn, locale),
                  })
                : t("case.pack_unsigned", values),
          },
        ]}
      />
      {debtor && contact.length > 0 && purposes.length > 0 && (
        <DetailsForm
          {...{ caseId, purposes, zone }}
          shownUntil={debtor.shownUntil}
          back={`/cases/${caseId}`}
        />
      )}
      <LastLooks caseId={caseId} rows={view.looked} zone={zone} />
    </Card>
  );
}

function Proposes({ view, proposal }: { view: CasePageView; proposal: Proposal }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Notice
      tone="wait"
      title={t("proposal.waits")}
      action={
        <LinkButton to={`/cases/${view.heading.caseId}/proposal`} tone="primary">
          {t("proposal.answer_it")}
        </LinkButton>
      }
    >
      <p>{proposalText(proposal, { t, locale, currency: view.claim.currency })}</p>
    </Notice>
  );
}
