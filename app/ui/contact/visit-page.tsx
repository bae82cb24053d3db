import type { VisitOutcome } from "#app/domain/contact/visit-forms.ts";
import type { PlanStatus } from "#app/domain/contact/visit-moves.ts";
import type { Decision, Finding } from "#app/domain/law/types.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Masked } from "#app/ui/privacy/contact-details.tsx";
import { PlanForm } from "./plan-form.tsx";
import { Limits, Reasons } from "./standing.tsx";

export type VisitAddress = {
  state: "no-address" | "unverified" | "dead" | "verified";
  to: string | null;
  /** Its street stands there; masked otherwise. */
  isShown: boolean;
};

export type VisitRow = {
  id: string;
  status: PlanStatus;
  outcome: VisitOutcome | null;
  at: string;
  goes: string | null;
};

export type VisitView = {
  heading: CaseHeading;
  zone: string;
  today: string;
  barred: boolean;
  localTime: string;
  hours: { from: string; to: string }[];
  used: number;
  left: number | null;
  never: Finding[] | null;
  address: VisitAddress;
  plans: VisitRow[];
  key: string;
  staff: { userId: string; name: string }[];
  userId: string;
  evidence: { id: string; title: string }[];
};

export type RefusedVisit = Pick<Decision, "findings" | "earliest">;
type VisitProps = { view: VisitView; answer: unknown; refused: RefusedVisit | null };

/** Whether anybody may go to see the debtor, when they went, and the form for the next visit. */
export function VisitPage({ view, answer, refused }: VisitProps) {
  const t = useT();
  const { heading, zone, never, barred } = view;
  return (
    <div className="form stack">
      <CaseHeader heading={heading} tabs={[]} />
      <PageHeader title={t("visit.title")} lead={t(never ? "visit.lead_never" : "visit.lead")} />
      {refused && (
        <Notice tone="shut" title={t("visit.plan_refused")}>
          <Reasons {...refused} zone={zone} />
        </Notice>
      )}
      {never && <Never view={view} findings={never} />}
      {!never && barred && <Notice tone="shut">{t("visit.barred")}</Notice>}
      {!never && <NoDoor view={view} />}
      <Plans view={view} />
      {!never && (
        <Limits
          of="visit"
          view={view}
          pairs={[{ label: t("visit.address"), value: <Door address={view.address} /> }]}
        />
      )}
      {!never && !barred && view.address.state === "verified" && <PlanForm view={view} answer={answer} />}
    </div>
  );
}

/** Where the debtor is visited. */
export function Door({ address: { to, isShown } }: { address: VisitAddress }) {
  const t = useT();
  if (!to) return t("visit.no_address");
  return (
    <span className="address-on-file">
      {isShown ? to : <Masked text={to} said={t("sights.hidden.address")} />}
    </span>
  );
}

/** No visit whoever goes: by which source, and what can be done instead. */
function Never({ view: { heading, zone }, findings }: { view: VisitView; findings: Finding[] }) {
  const t = useT();
  return (
    <>
      <Notice tone="shut" title={t("visit.never")}>
        <Findings findings={findings} zone={zone} />
        {findings.map(({ rule, citation }) => (
          <p key={rule} className="hint">
            {t("visit.source", { source: citation })}
          </p>
        ))}
      </Notice>
      <Card title={t("visit.instead")}>
        <div className="stack">
          <p>{t("visit.instead_text")}</p>
          <div className="acts">
            <LinkButton to={`/cases/${heading.caseId}/contact`} tone="primary">
              {t("visit.instead_write")}
            </LinkButton>
            <LinkButton to={`/cases/${heading.caseId}/call`}>{t("call.title")}</LinkButton>
          </div>
        </div>
      </Card>
    </>
  );
}

const noDoor = {
  "no-address": "refusal.no-postal-address",
  unverified: "refusal.postal-unverified",
  dead: "refusal.postal-dead",
} as const;

/** Nobody goes to an address of which nobody has said how it is known to be the debtor's. */
function NoDoor({ view: { heading, address } }: { view: Pick<VisitView, "heading" | "address"> }) {
  const t = useT();
  if (address.state === "verified") return null;
  return (
    <Notice
      tone="wait"
      title={t("visit.address_first")}
      action={
        address.state !== "no-address" && (
          <LinkButton to={`/cases/${heading.caseId}/contact/verify?channel=post`} small>
            {t("visit.verify")}
          </LinkButton>
        )
      }
    >
      {t(noDoor[address.state])}
    </Notice>
  );
}

const tones: Record<PlanStatus, ChipTone> = {
  planned: "wait",
  stopped: "shut",
  done: "ok",
  withdrawn: "info",
};

/** How a visit stands: icon and word. */
export function VisitChip({ status }: { status: PlanStatus }) {
  const t = useT();
  return <Chip tone={tones[status]}>{t(`visit.status.${status}`)}</Chip>;
}

function Plans({ view: { plans, zone, heading } }: { view: Pick<VisitView, "plans" | "zone" | "heading"> }) {
  const t = useT();
  if (plans.length === 0) return null;
  return (
    <Card title={t("visit.list")} flush>
      <DataTable
        caption={t("visit.list")}
        rows={plans}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/cases/${heading.caseId}/visit/${id}`}
        columns={[
          { key: "when", header: t("visit.when"), cell: ({ at }) => <Instant at={at} zone={zone} /> },
          { key: "who", header: t("visit.goes"), cell: ({ goes }) => goes ?? t("visit.goer_left") },
          { key: "state", header: t("visit.state"), cell: ({ status }) => <VisitChip status={status} /> },
          {
            key: "outcome",
            header: t("spoken.outcome"),
            cell: ({ outcome }) => (outcome ? t(`visit.outcome.${outcome}`) : "—"),
          },
        ]}
        empty={null}
      />
    </Card>
  );
}
