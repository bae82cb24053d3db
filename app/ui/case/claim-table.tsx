import type { ClaimToday } from "#app/domain/timeline/claim-today.ts";
import { formatDate, formatMoney } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { Money } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What is asked for today, line by line: each figure with its basis. */
export function ClaimTable({ claim }: { claim: ClaimToday }) {
  const t = useT();
  const locale = useLocale();
  const { currency, interest, payments } = claim;
  return (
    <Card title={t("claim.title")}>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{t("claim.item")}</th>
            <th scope="col">{t("claim.basis")}</th>
            <th scope="col" className="num">
              {t("claim.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("claim.principal")}</th>
            <td />
            <td className="num">
              <Money amount={claim.principal} currency={currency} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t("claim.interest")}</th>
            <td>
              <InterestBasis interest={interest} currency={currency} />
            </td>
            <td className="num">
              {interest.kind === "counted" ? <Money amount={interest.amount} currency={currency} /> : "–"}
            </td>
          </tr>
          {interest.kind === "counted" && interest.fixedSum !== null && (
            <tr>
              <th scope="row">{t("claim.fixed_sum")}</th>
              <td>{t("claim.fixed_sum_basis")}</td>
              <td className="num">
                <Money amount={interest.fixedSum} currency={currency} />
              </td>
            </tr>
          )}
          {claim.courtCosts > 0 && (
            <tr>
              <th scope="row">{t("claim.court_costs")}</th>
              <td>{t("claim.court_costs_basis")}</td>
              <td className="num">
                <Money amount={claim.courtCosts} currency={currency} />
              </td>
            </tr>
          )}
          {payments.count > 0 && (
            <tr>
              <th scope="row">{t("claim.paid")}</th>
              <td>{t("claim.paid_basis", { count: payments.count })}</td>
              <td className="num">
                <Money amount={-payments.amount} currency={currency} />
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t("claim.total")}
            </th>
            <td className="num">
              <Money amount={claim.total} currency={currency} />
            </td>
          </tr>
        </tfoot>
      </table>
      {interest.kind === "counted" &&
        interest.notes.map((note) => {
          const key = `law.reason.${note}`;
          return t.has(key) && <Notice key={note}>{t(key)}</Notice>;
        })}
      {interest.kind === "counted" && interest.shownTo && (
        <Notice tone="wait">{t("claim.shown_to", { date: formatDate(interest.shownTo, locale) })}</Notice>
      )}
    </Card>
  );
}

function InterestBasis({ interest, currency }: Pick<ClaimToday, "interest" | "currency">) {
  const t = useT();
  const locale = useLocale();
  if (interest.kind === "none") return <>{t("claim.interest_none")}</>;
  if (interest.kind === "refused") {
    const key = `law.reason.${interest.reason}`;
    return <>{t("claim.interest_unknown", { reason: t.has(key) ? t(key) : interest.reason })}</>;
  }
  if (interest.segments.length === 0 && !interest.shownTo) return <>{t("claim.interest_not_yet")}</>;
  return (
    <ul>
      {interest.segments.map(({ from, to, days, rate }) => (
        <li key={from}>
          {t("claim.interest_segment", {
            rate,
            from: formatDate(from, locale),
            to: formatDate(to, locale),
            days,
          })}
        </li>
      ))}
      {interest.dailyAmount !== null && (
        <li>{t("claim.interest_daily", { amount: formatMoney(interest.dailyAmount, currency, locale) })}</li>
      )}
      <li className="hint">{interest.citation}</li>
    </ul>
  );
}
