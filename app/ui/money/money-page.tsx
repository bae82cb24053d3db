import { Link } from "@remix-run/react";
import type { AccountKind } from "#app/domain/ledger/accounts.ts";
import type { FlowAnswer } from "#app/domain/ledger/flows.ts";
import type { ReportKind, ReportState, Settlement, Side } from "#app/domain/ledger/reports.ts";
import type { SetOff } from "#app/domain/ledger/set-off.ts";
import { mayBeAskedOn, type OwedPurpose } from "#app/domain/payments/asking.ts";
import { causeWords } from "#app/messages/cause.ts";
import { factName } from "#app/messages/finding.ts";
import { formatMoney } from "#app/messages/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { caseTabs } from "#app/ui/case/case-tabs.ts";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DateText, Money } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { type ListedPaper, PapersList } from "#app/ui/papers/papers-list.tsx";
import { type CasePlan, PlanCard } from "#app/ui/plans/plan-card.tsx";
import { AdvancesCard } from "./advances-card.tsx";
import { type AskedPayment, AskedPayments } from "./asked-payments.tsx";
import { ChargeCard, FeeCard, Waterfall } from "./waterfall.tsx";

type Report = {
  id: string;
  kind: ReportKind;
  amount: number;
  on: string;
  state: ReportState | "reversed";
  through: AccountKind;
  by: Side;
  mayAnswer: boolean;
  setOff: SetOff | null;
};
type Transfer = { key: string; cause: string; on: string; other: AccountKind; amount: number };
export type MoneyView = {
  heading: CaseHeading;
  relation: string;
  currency: string;
  today: string;
  figures: Record<AccountKind, number>;
  order: { rule: string; citation: string; requires: string[] } | null;
  fee: Parameters<typeof FeeCard>[0]["fee"] | null;
  reports: Report[];
  flows: FlowAnswer[];
  asked: AskedPayment[];
  mayAsk: boolean;
  owes: OwedPurpose[];
  others: { currency: string; amount: number }[];
  mayReport: Settlement[];
  advances: Parameters<typeof AdvancesCard>[0]["advances"];
  opened: { account: AccountKind; transfers: Transfer[] } | null;
  papers: ListedPaper[];
  /** A fee of the reader's is due and not billed. */
  toBill: boolean;
  mayStateBalance: boolean;
} & CasePlan;

/** Where a case's money is: what was paid, what it paid, the fee, who says so, and every transfer behind a figure. */
export function MoneyPage({ view }: { view: MoneyView }) {
  const t = useT();
  const locale = useLocale();
  const { heading, figures, currency, fee } = view;
  return (
    <>
      <CaseHeader heading={heading} tabs={caseTabs(heading, view.relation, t)} />
      <div className="stack">
        <Card title={t("money.waterfall.title")}>
          {figures.debtor === 0 ? (
            <EmptyState title={t("money.waterfall.none_title")}>
              <p>{t("money.waterfall.none_text")}</p>
            </EmptyState>
          ) : (
            <>
              <Waterfall figures={figures} currency={currency} />
              <Basis view={view} />
              {view.others.map((other) => (
                <Notice key={other.currency} tone="wait">
                  {t("money.other_currency", { amount: formatMoney(other.amount, other.currency, locale) })}
                </Notice>
              ))}
            </>
          )}
        </Card>
        {view.opened && <Transfers opened={view.opened} currency={currency} />}
        <Reports view={view} />
        <PlanCard caseId={heading.caseId} view={view} />
        <AskedPayments caseId={heading.caseId} payments={view.asked} mayAsk={view.mayAsk} owes={view.owes} />
        <AdvancesCard
          caseId={heading.caseId}
          currency={currency}
          figures={figures}
          advances={view.advances}
        />
        {fee && <FeeCard fee={fee} figures={figures} currency={currency} />}
        <ChargeCard figures={figures} currency={currency} />
        <Papers view={view} />
        <Flows flows={view.flows} />
      </div>
    </>
  );
}

function Papers({ view: { heading, papers, toBill, mayStateBalance } }: { view: MoneyView }) {
  const t = useT();
  const at = `/cases/${heading.caseId}/money`;
  return (
    <Card title={t("papers.title")} id="papers">
      <PapersList papers={papers} onCase />
      {(toBill || mayStateBalance) && (
        <p className="money-actions">
          {toBill && <LinkButton to={`${at}/invoice`}>{t("papers.issue")}</LinkButton>}
          {mayStateBalance && <LinkButton to={`${at}/balance`}>{t("papers.balance")}</LinkButton>}
        </p>
      )}
    </Card>
  );
}

function ReportPayment({ caseId, status }: { caseId: string; status: string }) {
  const t = useT();
  if (!mayBeAskedOn(status)) return null;
  return <LinkButton to={`/cases/${caseId}/record?type=payment`}>{t("money.report_payment")}</LinkButton>;
}

/** By what order it was set off, and what was not assigned. */
function Basis({ view: { order, reports, currency } }: { view: MoneyView }) {
  const t = useT();
  const locale = useLocale();
  const open = reports.flatMap(({ id, setOff }) =>
    setOff && setOff.unassigned > 0 && setOff.reason && setOff.reason !== "no_order"
      ? [{ id, ...setOff }]
      : [],
  );
  return (
    <div className="hint">
      <p>
        {order ? t("money.order", { rule: order.rule, citation: order.citation }) : t("money.order_none")}
      </p>
      {order && order.requires.length > 0 && (
        <p>
          {t("money.order_requires", { facts: order.requires.map((fact) => factName(fact, t)).join(", ") })}
        </p>
      )}
      {open.map(({ id, unassigned, reason }) => {
        const key = `law.reason.${reason}`;
        return (
          <p key={id}>
            {t("money.unassigned", {
              amount: formatMoney(unassigned, currency, locale),
              reason: t.has(key) ? t(key) : (reason ?? ""),
            })}
          </p>
        );
      })}
    </div>
  );
}

const tones: Record<Report["state"], ChipTone> = {
  reported: "wait",
  confirmed: "ok",
  contested: "bad",
  reversed: "shut",
};

function Reports({ view }: { view: MoneyView }) {
  const t = useT();
  const { reports, currency, heading, mayReport, today } = view;
  const at = `/cases/${heading.caseId}/money`;
  return (
    <Card title={t("money.reports.title")}>
      <DataTable
        caption={t("money.reports.caption")}
        rows={reports}
        rowKey={({ kind, id }) => `${kind}:${id}`}
        empty={<p>{t("money.reports.none")}</p>}
        columns={[
          {
            key: "what",
            header: t("money.report.what"),
            cell: ({ kind, through }) =>
              kind === "payment"
                ? t("money.report.through", {
                    what: t("money.report.payment"),
                    account: t(
                      through === "client_money" ? "record.payee.collector" : "record.payee.creditor",
                    ),
                  })
                : t(`money.report.${kind}`),
          },
          { key: "on", header: t("money.report.on"), cell: ({ on }) => <DateText on={on} today={today} /> },
          { key: "by", header: t("money.report.by"), cell: ({ by }) => t(`money.report.by.${by}`) },
          {
            key: "state",
            header: t("money.report.state"),
            cell: ({ state, mayAnswer, kind, id }) => (
              <>
                <Chip tone={tones[state]}>{t(`money.state.${state}`)}</Chip>
                {mayAnswer && (
                  <>
                    {" "}
                    <Link to={`${at}/answer?report=${kind}:${id}`}>{t("money.report.answer")}</Link>
                  </>
                )}
              </>
            ),
          },
          {
            key: "amount",
            header: t("money.amount"),
            align: "end",
            cell: ({ amount }) => <Money amount={amount} currency={currency} />,
          },
        ]}
      />
      <p className="money-actions">
        <ReportPayment caseId={heading.caseId} status={heading.status} />
        {mayReport.map((kind) => (
          <LinkButton key={kind} to={`${at}/report?kind=${kind}`}>
            {t(`money.report_${kind}`)}
          </LinkButton>
        ))}
      </p>
    </Card>
  );
}

function Transfers({
  opened: { account, transfers },
  currency,
}: {
  opened: NonNullable<MoneyView["opened"]>;
  currency: string;
}) {
  const t = useT();
  const title = t("money.transfers.title", { account: t(`money.account.${account}`) });
  return (
    <section id="transfers">
      <Card title={title}>
        <DataTable
          caption={title}
          rows={transfers}
          rowKey={({ key }) => key}
          empty={<p>{t("money.transfers.none")}</p>}
          columns={[
            { key: "cause", header: t("money.transfers.cause"), cell: ({ cause }) => causeWords(cause, t) },
            { key: "on", header: t("money.transfers.on"), cell: ({ on }) => <DateText on={on} /> },
            {
              key: "other",
              header: t("money.transfers.other"),
              cell: ({ other }) => t(`money.account.${other}`),
            },
            {
              key: "amount",
              header: t("money.amount"),
              align: "end",
              cell: ({ amount }) => <Money amount={amount} currency={currency} />,
            },
          ]}
        />
        <p>
          <Link to="?" preventScrollReset>
            {t("money.transfers.close")}
          </Link>
        </p>
      </Card>
    </section>
  );
}

const verdictTones: Record<FlowAnswer["verdict"], ChipTone> = {
  permitted: "ok",
  needs_signature: "wait",
  forbidden: "shut",
};

function Flows({ flows }: { flows: FlowAnswer[] }) {
  const t = useT();
  return (
    <Card title={t("money.flows.title")}>
      <p>{t("money.flows.lead")}</p>
      <ul className="flows">
        {flows.map(({ flow, verdict, rule, citation }) => (
          <li key={flow}>
            <Chip tone={verdictTones[verdict]}>{t(`money.verdict.${verdict}`)}</Chip>{" "}
            {t(`money.flow.${flow}`)}
            {rule && <span className="hint"> {[citation, rule].filter(Boolean).join(", ")}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
