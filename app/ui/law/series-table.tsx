import type { SeriesEnd } from "#app/domain/law/series/series-ends.ts";
import { Card } from "#app/ui/card.tsx";
import { DateText } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";

/** Rates, amounts, holidays and fees, each with the last day it may be used for. */
export function SeriesTable({ series }: { series: SeriesEnd[] }) {
  const t = useT();
  const nameOf = (id: string) => {
    const key = `lawpage.series.${id}`;
    return t.has(key) ? t(key) : id;
  };
  return (
    <Card title={t("lawpage.series")} flush>
      <p className="law-series-lead">{t("lawpage.series_lead")}</p>
      <div className="table-frame">
        <table className="law-counts">
          <thead>
            <tr>
              <th scope="col">{t("lawpage.series_name")}</th>
              <th scope="col">{t("lawpage.series_newest")}</th>
              <th scope="col">{t("lawpage.series_end")}</th>
              <th scope="col">{t("lawpage.source")}</th>
            </tr>
          </thead>
          <tbody>
            {series.map(({ id, kind, newest, coverageEnd, source }) => (
              <tr key={kind + id}>
                <th scope="row">
                  {nameOf(id)}
                  <span className="law-pack">{t(`lawpage.kind.${kind}`)}</span>
                </th>
                <td data-label={t("lawpage.series_newest")}>{newest ? <DateText on={newest} /> : "–"}</td>
                <td data-label={t("lawpage.series_end")}>
                  {coverageEnd ? (
                    <DateText on={coverageEnd} />
                  ) : (
                    t(kind === "fees" ? "lawpage.until_next" : "lawpage.not_on_file")
                  )}
                </td>
                <td data-label={t("lawpage.source")}>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
