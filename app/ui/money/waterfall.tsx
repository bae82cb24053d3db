import { Link } from "@remix-run/react";
import type { AccountKind } from "#app/domain/ledger/accounts.ts";
import { formatMoney, formatPercent } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { Money } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";

type Figures = Record<AccountKind, number>;
type Fall = { kind: AccountKind; amount: number; from: number; group: "paid" | "part" | "fee" | "where" };

/** What came in, what it paid one below the other, the fee out of it, and where the money is. Nought is left out but for the four usual parts. */
function fallsOf(figures: Figures): Fall[] {
  const paid = -figures.debtor;
  const falls: Fall[] = [{ kind: "debtor", amount: paid, from: 0, group: "paid" }];
  let from = 0;
  for (const kind of [
    "paid_costs",
    "paid_interest",
    "paid_principal",
    "paid_unassigned",
    "paid_over",
  ] as const) {
    const amount = figures[kind];
    const isUsual = kind !== "paid_unassigned" && kind !== "paid_over";
    if (amount > 0 || isUsual) falls.push({ kind, amount, from, group: "part" });
    from += amount;
  }
  falls.push({ kind: "fee_terms", amount: -figures.fee_terms, from: paid + figures.fee_terms, group: "fee" });
  let place = 0;
  for (const kind of [
    "client_money",
    "cost_advance",
    "court",
    "connected_balance",
    "dispute_held",
    "provider_fees",
    "creditor_bank",
  ] as const) {
    const amount = figures[kind];
    if (amount !== 0 || kind === "creditor_bank") falls.push({ kind, amount, from: place, group: "where" });
    place += Math.max(0, amount);
  }
  if (figures.remit_owed !== 0)
    falls.push({ kind: "remit_owed", amount: figures.remit_owed, from: 0, group: "where" });
  return falls;
}

/** The bar beside a figure, in hundredths of what came in; the table beside it says the same in words. */
function Bar({ fall: { amount, from, group }, whole }: { fall: Fall; whole: number }) {
  const at = (value: number) => Math.round((Math.max(0, value) * 10_000) / whole) / 100;
  return (
    <svg className="fall" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="fall-track" x="0" y="0" width="100" height="8" />
      <rect className={`fall-${group}`} x={at(from)} y="0" width={Math.min(100, at(amount))} height="8" />
    </svg>
  );
}

/** The waterfall of a case's money. Every figure opens to its transfers. */
export function Waterfall({ figures, currency }: { figures: Figures; currency: string }) {
  const t = useT();
  return (
    <table className="figures-table falls">
      <caption className="visually-hidden">{t("money.waterfall.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("money.figure")}</th>
          <td className="fall-cell" />
          <th scope="col" className="num">
            {t("money.amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {fallsOf(figures).map((fall) => {
          const name = t(`money.account.${fall.kind}`);
          return (
            <tr key={fall.kind}>
              <th scope="row">{name}</th>
              <td className="fall-cell">
                <Bar fall={fall} whole={-figures.debtor} />
              </td>
              <td className="num">
                <Link
                  to={`?account=${fall.kind}#transfers`}
                  aria-label={t("money.open", { name })}
                  preventScrollReset
                >
                  <Money amount={fall.amount} currency={currency} />
                </Link>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type FeeCardProps = {
  fee: {
    agreed: number;
    owed: number;
    cappedBy: { rule: string; citation: string } | null;
    /** How much was recovered at which share, in the order they were agreed. */
    shares: { recovered: number; successBps: number }[];
    fixedFee: number;
  };
  figures: Figures;
  currency: string;
};

/** How the fee came about, and how much of it is owed, reported and paid. */
export function FeeCard({ fee, figures, currency }: FeeCardProps) {
  const t = useT();
  return (
    <Card title={t("money.fee.title")}>
      <table className="figures-table basis-below">
        <tbody>
          <tr>
            <th scope="row">{t("money.fee.agreed")}</th>
            <td>
              <FeeBasis fee={fee} currency={currency} />
            </td>
            <td className="num">
              <Money amount={fee.agreed} currency={currency} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t("money.fee.owed_all")}</th>
            <td>{fee.cappedBy && t("money.fee.capped", fee.cappedBy)}</td>
            <td className="num">
              <Money amount={fee.owed} currency={currency} />
            </td>
          </tr>
          <States kinds={feeStates} figures={figures} currency={currency} />
        </tbody>
      </table>
      {fee.fixedFee > 0 && <FixedFee amount={fee.fixedFee} currency={currency} />}
    </Card>
  );
}

const feeStates = ["fee_owed", "fee_reported", "fee_settled", "fee_over"] as const;
const chargeStates = ["charge_owed", "charge_settled", "charge_over"] as const;

type StatesProps = { kinds: readonly AccountKind[]; figures: Figures; currency: string };

/** How much of something is owed, said to be paid and paid; each figure opens to its transfers. */
function States({ kinds, figures, currency }: StatesProps) {
  const t = useT();
  return kinds
    .filter((kind) => figures[kind] > 0)
    .map((kind) => (
      <tr key={kind}>
        <th scope="row">{t(`money.account.${kind}`)}</th>
        <td />
        <td className="num">
          <Link
            to={`?account=${kind}#transfers`}
            aria-label={t("money.open", { name: t(`money.account.${kind}`) })}
            preventScrollReset
          >
            <Money amount={figures[kind]} currency={currency} />
          </Link>
        </td>
      </tr>
    ));
}

/** The platform's own charge for the mandate, where there is one. */
export function ChargeCard({ figures, currency }: Omit<StatesProps, "kinds">) {
  const t = useT();
  if (figures.charge_terms === 0) return null;
  return (
    <Card title={t("money.charge.title")}>
      <table className="figures-table">
        <tbody>
          <States kinds={chargeStates} figures={figures} currency={currency} />
        </tbody>
      </table>
      <p className="hint">{t("money.charge.text")}</p>
    </Card>
  );
}

function FeeBasis({ fee: { shares }, currency }: Pick<FeeCardProps, "fee" | "currency">) {
  const t = useT();
  const locale = useLocale();
  const key = shares.length > 1 ? "money.fee.basis_part" : "money.fee.basis";
  return shares.map(({ successBps, recovered }) => (
    <span key={`${successBps}/${recovered}`} className="fee-share">
      {t(key, { percent: formatPercent(successBps), recovered: formatMoney(recovered, currency, locale) })}
    </span>
  ));
}

function FixedFee({ amount, currency }: { amount: number; currency: string }) {
  const t = useT();
  const locale = useLocale();
  return <p className="hint">{t("money.fee.fixed", { amount: formatMoney(amount, currency, locale) })}</p>;
}
