import type { CoverageCountry } from "#app/domain/law/coverage-statuses.ts";
import type { CoverageRow, CoverageView } from "#app/domain/law/coverage-view.ts";
import { formatDate } from "#app/messages/format.ts";
import { GlyphSheet } from "#app/ui/glyph.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { LawCounts } from "./law-counts.tsx";
import { LawFilter } from "./law-filter.tsx";
import { LawRows } from "./law-rows.tsx";
import { SeriesTable } from "./series-table.tsx";

/** Every rule the engine knows or knows of: what it asks, whose it is, how sure it is, and which test would miss it. */
export function LawPage({ view }: { view: CoverageView }) {
  const t = useT();
  return (
    <div className="law-page stack">
      <GlyphSheet of={["encoded", "calculated", "within", "counsel", "open"]} />
      <PageHeader title={t("lawpage.title")} lead={t("lawpage.lead")} />
      <Notice tone="info">{t("lawpage.no_advice")}</Notice>
      <LawCounts view={view} />
      <LawFilter view={view} />
      <LawRows rows={view.rows} />
      <SeriesTable series={view.series} />
    </div>
  );
}

/** A country's name, or that of the rules which hold in each. */
export function useCountryName(): (country: CoverageCountry) => string {
  const t = useT();
  return (country) => (country === "common" ? t("lawpage.common") : t(`law.pack.${country}`));
}

/** Since when, and until when: "from 30 Nov 2021"; nothing where it always holds. */
export function useValidity(): (row: Pick<CoverageRow, "effective" | "until">) => string | null {
  const t = useT();
  const locale = useLocale();
  return ({ effective, until }) => {
    if (!effective && !until) return null;
    const from = effective ? formatDate(effective, locale) : "";
    if (!until) return t("lawpage.valid_from", { from });
    const end = formatDate(until, locale);
    return effective ? t("lawpage.valid_between", { from, end }) : t("lawpage.valid_until", { end });
  };
}
