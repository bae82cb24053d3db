import { formatCount } from "#app/messages/format.ts";
import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DateText, Money } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { LotHeader, type LotHeading, type LotSide } from "./lot-header.tsx";
import { LotProgress } from "./lot-progress.tsx";

type Became = "case" | "refused" | "waiting";
type Claim = {
  caseId: string;
  rowNo: number;
  debtor: string;
  place: string;
  principal: bigint | number;
  dueOn: string;
  state: Became;
  /** The rule of law by which it was refused. */
  refusal: string | null;
  code: string | null;
  open: boolean;
};
type LotClaimsView = {
  heading: LotHeading;
  relation: LotSide;
  counts: Record<Became, number>;
  state: Became | null;
  claims: Claim[];
  next: string | null;
};

/** Every claim of a lot with what became of it: its case, the rule that refused it, or nothing yet. */
export function LotClaimsPage({ view }: { view: LotClaimsView }) {
  const t = useT();
  const { heading, relation, claims } = view;
  const engaged = heading.state === "posting" || heading.state === "collecting";
  return (
    <>
      <LotHeader heading={heading} side={relation} />
      <div className="stack">
        {engaged && <LotProgress heading={heading} />}
        {engaged && <ClaimTabs view={view} />}
        <DataTable
          caption={t("lot.claims_caption")}
          columns={columnsFor(heading, t)}
          rows={claims}
          rowKey={({ caseId }) => caseId}
          rowHref={({ caseId, open }) => (open ? `/cases/${caseId}` : null)}
          empty={<EmptyState title={t("lot.claims_none")} />}
        />
        <Pagination next={view.next} />
      </div>
    </>
  );
}

function ClaimTabs({ view: { heading, counts, state } }: { view: LotClaimsView }) {
  const t = useT();
  const at = `/lots/${heading.caseId}/claims`;
  const all = counts.case + counts.refused + counts.waiting;
  return (
    <Tabs
      label={t("lot.claims_tabs")}
      tabs={[
        { to: at, label: t("lot.claims_all"), count: all, current: state === null },
        ...(["case", "refused", "waiting"] as const).map((each) => ({
          to: `${at}?state=${each}`,
          label: t(`lot.became.${each}`),
          count: counts[each],
          current: state === each,
        })),
      ]}
    />
  );
}

const tones = { case: "ok", refused: "shut", waiting: "wait" } as const;

function columnsFor({ currency, zone }: LotHeading, t: ReturnType<typeof useT>) {
  return [
    { key: "debtor", header: t("lot.schedule.debtor"), cell: ({ debtor }: Claim) => debtor },
    { key: "place", header: t("lot.schedule.place"), cell: ({ place }: Claim) => place },
    {
      key: "amount",
      header: t("portfolios.amount"),
      align: "end" as const,
      cell: ({ principal }: Claim) => <Money amount={principal} currency={currency} />,
    },
    {
      key: "due",
      header: t("lot.schedule.due"),
      cell: ({ dueOn }: Claim) => <DateText on={dueOn} zone={zone} />,
    },
    {
      key: "row",
      header: t("import.rejects.row"),
      align: "end" as const,
      wideOnly: true,
      cell: ({ rowNo }: Claim) => formatCount(rowNo),
    },
    {
      key: "became",
      header: t("lot.became"),
      cell: (claim: Claim) => <BecameWords claim={claim} />,
    },
  ];
}

function BecameWords({ claim: { state, refusal, code } }: { claim: Claim }) {
  const t = useT();
  const word = state === "waiting" && code ? "again" : state;
  return (
    <>
      <Chip tone={tones[state]}>{t(`lot.became_one.${word}`, { code: code ?? "" })}</Chip>
      {refusal && <span className="hint"> {t("lot.refused_by", { rule: refusal })}</span>}
    </>
  );
}
