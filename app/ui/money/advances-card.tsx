import { Link } from "@remix-run/react";
import type { AdvanceAct, AdvanceKind, AdvanceState } from "#app/domain/advances/advances.ts";
import type { AccountKind } from "#app/domain/ledger/accounts.ts";
import { formatDate, formatMoney } from "#app/messages/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Money } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";

export type AdvanceLine = {
  id: string;
  kind: AdvanceKind;
  act: AdvanceAct;
  state: AdvanceState;
  need: number;
  asked: number;
  spent: number | null;
  spentOn: string | null;
  citation: string | null;
  hasPaper: boolean;
  maySpend: boolean;
  mayEnd: boolean;
};

type AdvancesCardProps = {
  caseId: string;
  currency: string;
  figures: Record<AccountKind, number>;
  advances: { rows: AdvanceLine[]; free: number; mayAsk: boolean };
};

const tones: Record<AdvanceState, ChipTone> = { asked: "wait", funded: "ok", spent: "ok", withdrawn: "shut" };

/** What acts to come cost: asked for, paid in, spent by receipt, and what is left. */
export function AdvancesCard({ caseId, currency, figures, advances }: AdvancesCardProps) {
  const t = useT();
  const locale = useLocale();
  const at = `/cases/${caseId}/money`;
  const columns = useColumns(at, currency);
  const { rows, free, mayAsk } = advances;
  if (rows.length === 0 && !mayAsk) return null;
  const sums = { spent: figures.advance_spent, back: figures.return_reported + figures.return_confirmed };
  const money = (amount: number) => formatMoney(amount, currency, locale);
  return (
    <Card title={t("advance.title")}>
      <DataTable
        caption={t("advance.caption")}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<p>{t("advance.empty")}</p>}
        columns={columns}
      />
      {rows.length > 0 && (
        <p className="hint">
          {t("advance.sums", {
            paid: money(figures.advance_settled + figures.advance_over),
            spent: money(sums.spent),
            back: money(sums.back),
            free: money(free),
          })}
        </p>
      )}
      {mayAsk && (
        <p className="money-actions">
          <LinkButton to={`${at}/advance`}>{t("advance.ask")}</LinkButton>
        </p>
      )}
    </Card>
  );
}

function useColumns(at: string, currency: string): Column<AdvanceLine>[] {
  const t = useT();
  const locale = useLocale();
  return [
    {
      key: "act",
      header: t("advance.act"),
      cell: ({ act, kind, citation, hasPaper }) => (
        <>
          {t(`law.action.${act}`)}{" "}
          <span className="hint">
            {t(`advance.kind.${kind}`)}
            {citation ? `, ${citation}` : hasPaper ? `, ${t("advance.by_paper")}` : ""}
          </span>
        </>
      ),
    },
    {
      key: "state",
      header: t("advance.state"),
      cell: ({ id, state, spent, spentOn, maySpend, mayEnd }) => (
        <>
          <Chip tone={tones[state]}>{t(`advance.state.${state}`)}</Chip>{" "}
          {spent !== null && spentOn && (
            <span className="hint">
              {t("advance.receipt", {
                amount: formatMoney(spent, currency, locale),
                day: formatDate(spentOn, locale),
              })}
            </span>
          )}{" "}
          {maySpend && <Link to={`${at}/spend?advance=${id}`}>{t("advance.spend")}</Link>}{" "}
          {mayEnd && <Link to={`${at}/end-advance?advance=${id}`}>{t("advance.end")}</Link>}
        </>
      ),
    },
    {
      key: "asked",
      header: t("advance.asked_for"),
      align: "end",
      cell: ({ asked }) => <Money amount={asked} currency={currency} />,
    },
    {
      key: "need",
      header: t("advance.need"),
      align: "end",
      cell: ({ need }) => <Money amount={need} currency={currency} />,
    },
  ];
}
