import { formatMonth } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { Money } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";

type Month = { month: string; recovered: string; fees: string };
export type MoneyChart = { currency: string; outstanding: string; months: Month[] };

/** What came in and what fees came due, month by month: a drawing, and the same figures as a table beneath it. */
export function MoneyCharts({ charts }: { charts: MoneyChart[] }) {
  const t = useT();
  return charts.map((chart) => (
    <Card key={chart.currency} title={t("charts.title", { currency: chart.currency })}>
      <p>
        {t("charts.outstanding")} <Money amount={chart.outstanding} currency={chart.currency} />
      </p>
      {chart.months.some(({ recovered, fees }) => recovered !== "0" || fees !== "0") ? (
        <>
          <Bars chart={chart} />
          <Figures chart={chart} />
        </>
      ) : (
        <p className="hint">{t("charts.none")}</p>
      )}
    </Card>
  ));
}

const series = ["recovered", "fees"] as const;
const [width, height, ground] = [600, 180, 160];
const slot = width / 12;

function Bars({ chart: { months, currency } }: { chart: MoneyChart }) {
  const t = useT();
  const locale = useLocale();
  const most = Math.max(1, ...months.flatMap((month) => series.map((name) => Math.abs(Number(month[name])))));
  return (
    <figure className="money-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t("charts.label", { currency })}>
        <line x1="0" x2={width} y1={ground} y2={ground} className="chart-ground" />
        {months.map((month, at) =>
          series.map((name, nth) => {
            const tall = (Math.max(0, Number(month[name])) / most) * (ground - 10);
            const x = at * slot + 6 + nth * ((slot - 12) / 2);
            return (
              <rect
                key={`${month.month}/${name}`}
                className={`chart-${name}`}
                x={x}
                y={ground - tall}
                width={(slot - 14) / 2}
                height={tall}
              />
            );
          }),
        )}
        {[0, 11].map((at) => (
          <text key={at} x={at === 0 ? 2 : width - 2} y={height - 4} textAnchor={at === 0 ? "start" : "end"}>
            {formatMonth(months[at].month, locale)}
          </text>
        ))}
      </svg>
      <figcaption className="chart-key">
        {series.map((name) => (
          <span key={name}>
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" className={`chart-${name}`} />
            </svg>{" "}
            {t(`charts.${name}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Figures({ chart: { months, currency } }: { chart: MoneyChart }) {
  const t = useT();
  const locale = useLocale();
  return (
    <details>
      <summary>{t("charts.figures")}</summary>
      <table className="figures-table">
        <caption className="visually-hidden">{t("charts.label", { currency })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("charts.month")}</th>
            {series.map((name) => (
              <th key={name} scope="col" className="num">
                {t(`charts.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map((month) => (
            <tr key={month.month}>
              <th scope="row">{formatMonth(month.month, locale)}</th>
              {series.map((name) => (
                <td key={name} className="num">
                  <Money amount={month[name]} currency={currency} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
