import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateText, Money } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { type ChangeLine, ChangeTable } from "./change-table.tsx";
import { SeriesChip, type SeriesLine, VerifiedTo } from "./law-book-page.tsx";
import { seriesName } from "./law-words.ts";
import { SeriesFields } from "./series-fields.tsx";
import { CitationFields, ReasonField } from "./why-fields.tsx";

export type SeriesPageProps = SeriesLine & {
  source: string;
  unit: "percent" | "minor" | null;
  currency: string | null;
  points: { from: string; value: string }[];
  years: { year: string; off: readonly string[]; work: readonly string[]; source: string }[];
  versions: { from: string; source: string; table: string }[];
  changes: ChangeLine[];
  answer: unknown;
};

/** A series: what is on file, from where, and a form to add what comes next. */
export function SeriesPage({ answer, changes, ...series }: SeriesPageProps) {
  const t = useT();
  const { id, kind, state, source } = series;
  return (
    <div className="stack">
      <PageHeader
        title={seriesName(t, id)}
        facts={[t(`law_admin.series_kind.${kind}`), <code key="id">{id}</code>]}
        status={<SeriesChip state={state} />}
        back={{ to: "/admin/law", label: t("law_admin.title") }}
      />
      {(state === "ended" || state === "empty") && (
        <Notice tone="bad" title={t(`law_admin.series_state.${state}`)}>
          <p>{t("law_admin.series_refuses")}</p>
        </Notice>
      )}
      <Card title={t("law_admin.on_file")} className="law-file">
        <KeyValue
          pairs={[
            { label: t("law_admin.source"), value: source || t("law_admin.none") },
            {
              label: t("law_admin.verified_to"),
              value: <VerifiedTo {...series} />,
            },
            ...yearPairs(series.years, t),
          ]}
        />
        <Values {...series} />
      </Card>
      <Card title={t("law_admin.extend")} className="form">
        <p>{t("law_admin.extend_text")}</p>
        <ActionForm
          answer={answer}
          values={{ table: series.versions[0]?.table }}
          label={t("law_admin.extend")}
        >
          <SeriesFields kind={kind} unit={series.unit} />
          <CitationFields />
          <ReasonField />
          <Button tone="primary">{t("law_admin.propose")}</Button>
        </ActionForm>
      </Card>
      <Card title={t("law_admin.changes")} flush={changes.length > 0}>
        <ChangeTable
          changes={changes}
          caption={t("law_admin.changes")}
          empty={<p>{t("law_admin.no_changes")}</p>}
        />
      </Card>
    </div>
  );
}

const yearPairs = (years: SeriesPageProps["years"], t: ReturnType<typeof useT>) =>
  years.map(({ year, off, work, source }) => ({
    label: year,
    value: t("law_admin.days_off", { days: off.join(", ") }),
    note: [work.length > 0 ? t("law_admin.days_worked", { days: work.join(", ") }) : "", source]
      .filter(Boolean)
      .join(" · "),
  }));

function Values({ points, years, versions, unit, currency }: Omit<SeriesPageProps, "answer" | "changes">) {
  const t = useT();
  if (years.length > 0) return null;
  if (versions.length > 0) {
    return versions.map(({ from, source, table }) => (
      <details key={from}>
        <summary>
          <DateText on={from} />, {source} {currency && `(${currency})`}
        </summary>
        <pre className="law-data">{table}</pre>
      </details>
    ));
  }
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="visually-hidden">{t("law_admin.on_file")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("law_admin.from")}</th>
            <th scope="col" className="end">
              {t("law_admin.value")}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ from, value }) => (
            <tr key={from}>
              <th scope="row" data-label={t("law_admin.from")}>
                <DateText on={from} />
              </th>
              <td className="end" data-label={t("law_admin.value")}>
                <div>
                  {unit === "minor" && currency ? <Money amount={value} currency={currency} /> : `${value} %`}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
