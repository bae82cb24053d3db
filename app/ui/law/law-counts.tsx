import { Link } from "@remix-run/react";
import { coverageStatuses } from "#app/domain/law/coverage-statuses.ts";
import type { CoverageView } from "#app/domain/law/coverage-view.ts";
import { formatDate } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { useCountryName } from "./law-page.tsx";

/** The whole in figures: a line a country, each figure a way to its rows, with the pack's version and counsel's signature. */
export function LawCounts({ view: { counts, packs, total } }: { view: CoverageView }) {
  const t = useT();
  const nameOf = useCountryName();
  return (
    <Card title={t("lawpage.counts", { count: total })} flush>
      <div className="table-frame">
        <table className="law-counts">
          <thead>
            <tr>
              <th scope="col">{t("lawpage.country")}</th>
              {coverageStatuses.map((status) => (
                <th scope="col" key={status} className="end">
                  {t(`lawpage.status.${status}`)}
                </th>
              ))}
              <th scope="col" className="end">
                {t("lawpage.total")}
              </th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ country, total: all, by }) => (
              <tr key={country}>
                <th scope="row">
                  <Link to={`/law?country=${country}#rows`}>{nameOf(country)}</Link>
                  <PackState pack={packs.find(({ id }) => id === country)} />
                </th>
                {coverageStatuses.map((status) => (
                  <td key={status} className="end" data-label={t(`lawpage.status.${status}`)}>
                    {by[status] > 0 ? (
                      <Link
                        to={`/law?country=${country}&status=${status}#rows`}
                        aria-label={`${by[status]} ${t(`lawpage.status.${status}`)}, ${nameOf(country)}`}
                      >
                        {by[status]}
                      </Link>
                    ) : (
                      "–"
                    )}
                  </td>
                ))}
                <td className="end" data-label={t("lawpage.total")}>
                  {all}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function PackState({ pack }: { pack: CoverageView["packs"][number] | undefined }) {
  const t = useT();
  const locale = useLocale();
  if (!pack) return null;
  const { version, signedOffBy, signedOffOn, reviewBy } = pack;
  return (
    <span className="law-pack">
      {t("lawpage.version", { version })}
      {t("list.separator")}
      {signedOffBy && signedOffOn && reviewBy
        ? t("lawpage.signed", {
            by: signedOffBy,
            on: formatDate(signedOffOn, locale),
            review: formatDate(reviewBy, locale),
          })
        : t("lawpage.unsigned")}
    </span>
  );
}
