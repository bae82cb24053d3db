import { Form } from "@remix-run/react";
import type { Finding } from "#app/domain/law/types.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import { daysBetween, formatMoney } from "#app/messages/format.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormContext } from "#app/ui/form-answer.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select } from "#app/ui/select.tsx";
import { wordFor } from "./fee-words.ts";

type ListedRound = {
  brief: Brief;
  round: { scope: string; closesAt: Date };
  place: { name: string; zone: string; today: string };
};

type RoundsView = {
  rounds: ListedRound[];
  next: string | null;
  closedBecause: Finding[];
  territories: { code: string; name: string }[];
  typed: Record<string, string | undefined>;
  errors: Record<string, string[]>;
};

const kinds = ["loan_bank", "loan_private", "goods", "services", "rent", "invoice_b2b", "other"];
const currencies = ["USD", "CNY", "EUR", "GBP", "HKD", "JPY"];

/** Rounds a collector may bid on, closing soon first. */
export function RoundsPage({ view }: { view: RoundsView }) {
  const t = useT();
  return (
    <>
      <PageHeader
        title={t("rounds.title")}
        lead={t("rounds.lead")}
        action={
          <LinkButton to="/bids" small>
            {t("bids.title")}
          </LinkButton>
        }
      />
      <div className="stack">
        {view.territories.length > 0 && <Filter view={view} />}
        <RoundsTable view={view} />
        <Pagination next={view.next} />
        {view.closedBecause.length > 0 && (
          <Notice
            tone="shut"
            title={t("rounds.closed_title")}
            action={
              <LinkButton to="/licences" small>
                {t("rounds.closed_act")}
              </LinkButton>
            }
          >
            <Findings findings={view.closedBecause} zone="UTC" />
          </Notice>
        )}
      </div>
    </>
  );
}

function RoundsTable({ view }: { view: RoundsView }) {
  const t = useT();
  const locale = useLocale();
  return (
    <DataTable
      caption={t("rounds.caption")}
      rows={view.rounds}
      rowKey={({ brief }) => brief.caseId}
      rowHref={({ brief }) => `/rounds/${brief.caseId}`}
      empty={<NoRounds view={view} />}
      columns={[
        {
          key: "claim",
          header: t("rounds.column.claim"),
          cell: ({ brief }) => `${wordFor(t, "cases.kind", brief.claimKind)}, ${brief.code}`,
        },
        { key: "place", header: t("rounds.column.place"), cell: ({ place }) => place.name },
        {
          key: "scope",
          header: t("rounds.column.scope"),
          cell: ({ round }) => wordFor(t, "scope", round.scope),
          wideOnly: true,
        },
        { key: "age", header: t("rounds.column.age"), cell: (row) => age(row, t), align: "end" },
        {
          key: "amount",
          header: t("rounds.column.amount"),
          cell: ({ brief }) => formatMoney(brief.principal, brief.currency, locale),
          align: "end",
        },
        {
          key: "closes",
          header: t("rounds.column.closes"),
          cell: ({ round, place }) => <Instant at={round.closesAt} zone={place.zone} />,
          align: "end",
        },
      ]}
    />
  );
}

function age({ brief, place }: ListedRound, t: ReturnType<typeof useT>): string {
  const days = daysBetween(brief.dueOn, place.today);
  return days > 0 ? t("rounds.age_days", { count: days }) : t("rounds.not_due");
}

/** Why the list is empty and what changes it. */
function NoRounds({ view: { territories, typed } }: { view: RoundsView }) {
  const t = useT();
  if (territories.length === 0) {
    return (
      <EmptyState
        title={t("rounds.empty.licence_title")}
        action={
          <LinkButton to="/licences" tone="primary">
            {t("rounds.empty.licence_act")}
          </LinkButton>
        }
      >
        <p>{t("rounds.empty.licence_text")}</p>
      </EmptyState>
    );
  }
  if (Object.values(typed).some(Boolean)) {
    return (
      <EmptyState
        title={t("rounds.empty.filtered_title")}
        action={<LinkButton to="/rounds">{t("rounds.filter.clear")}</LinkButton>}
      >
        <p>{t("rounds.empty.filtered_text")}</p>
      </EmptyState>
    );
  }
  const places = territories.map(({ name }) => name).join(t("list.separator"));
  return (
    <EmptyState title={t("rounds.empty.none_title")}>
      <p>{t("rounds.empty.none_text", { places })}</p>
    </EmptyState>
  );
}

/** Filters live in the address, so that a narrowed list can be kept and shared. */
function Filter({ view: { territories, typed, errors } }: { view: RoundsView }) {
  const t = useT();
  const values = Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) => (text ? [[name, text]] : [])),
  );
  const choices = (all: string, list: { value: string; label: string }[]) => [
    { value: "", label: all },
    ...list,
  ];
  const places = territories.map(({ code, name }) => ({ value: code, label: name }));
  const kindsOf = kinds.map((value) => ({ value, label: wordFor(t, "cases.kind", value) }));
  const money = currencies.map((value) => ({ value, label: value }));
  return (
    <details className="filter" open={Object.keys(values).length > 0}>
      <summary>{t("rounds.filter")}</summary>
      <FormContext.Provider value={{ prefix: "filter", errors, values, pending: false }}>
        <Form method="get" action="/rounds" aria-label={t("rounds.filter")}>
          <div className="filter-fields">
            <Select
              name="place"
              label={t("rounds.filter.place")}
              noBlank
              choices={choices(t("rounds.filter.any_place"), places)}
            />
            <Select
              name="kind"
              label={t("rounds.filter.kind")}
              noBlank
              choices={choices(t("rounds.filter.any_kind"), kindsOf)}
            />
            <Select
              name="currency"
              label={t("rounds.filter.currency")}
              noBlank
              choices={choices(t("rounds.filter.any_currency"), money)}
            />
            <MoneyField name="least" label={t("rounds.filter.least")} optional />
            <MoneyField name="most" label={t("rounds.filter.most")} optional />
          </div>
          <div className="form-acts">
            <Button>{t("rounds.filter.apply")}</Button>
            {Object.keys(values).length > 0 && (
              <LinkButton to="/rounds" tone="quiet">
                {t("rounds.filter.clear")}
              </LinkButton>
            )}
          </div>
        </Form>
      </FormContext.Provider>
    </details>
  );
}
