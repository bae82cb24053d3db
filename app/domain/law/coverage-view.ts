import { type CoverageLine, coverage } from "#app/domain/law/coverage.ts";
import {
  type CoverageCountry,
  type CoverageStatus,
  coverageCountries,
  coverageStatuses,
} from "#app/domain/law/coverage-statuses.ts";
import type { Check } from "#app/domain/law/ladder.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import { type SeriesEnd, seriesEnds } from "#app/domain/law/series/series-ends.ts";
import { forces } from "#app/domain/law/types.ts";

export type CoverageRow = Omit<CoverageLine, "checks"> & {
  /** What it asks for, in words. */
  texts: string[];
};

export type PackState = Pick<Pack, "id" | "version" | "signedOffBy" | "signedOffOn" | "reviewBy">;

export type CoverageCount = { country: CoverageCountry; total: number; by: Record<CoverageStatus, number> };

export type CoverageView = {
  rows: CoverageRow[];
  /** Before any filter. */
  total: number;
  counts: CoverageCount[];
  packs: PackState[];
  series: SeriesEnd[];
  /** The filter as it was typed. */
  typed: Record<"country" | "force" | "status" | "q", string>;
};

export type CoverageAsked = {
  /** A choice that is none of its list narrows nothing; all words of `q` must occur. */
  typed: CoverageView["typed"];
  /** One of each country, and the series, as the law book has them. */
  packs: readonly Pack[];
  series: Series;
  /** Says what a row asks for in the reader's language. */
  say: (check: Check, rule: string) => string;
  /** Says where a row that is no check lives, or why it does not. */
  tell: (line: CoverageLine) => string | null;
};

/** Every row of the law, narrowed as asked, with the whole in figures, the packs' signatures and the ends of the series. */
export function coverageView({ typed, packs, series, say, tell }: CoverageAsked): CoverageView {
  const rows = coverage(packs).map((whole): CoverageRow => {
    const { checks, ...line } = whole;
    return {
      ...line,
      note: tell(whole),
      texts: [...new Set(checks.map((check) => say(check, line.id)))],
    };
  });
  return {
    rows: rows.filter(matching(typed)),
    total: rows.length,
    counts: countsOf(rows),
    packs: packs.map(({ id, version, signedOffBy, signedOffOn, reviewBy }) => ({
      ...{ id, version, signedOffBy, signedOffOn, reviewBy },
    })),
    series: seriesEnds(series),
    typed,
  };
}

const oneOf = <T extends string>(list: readonly T[], value: string) => list.find((each) => each === value);

function matching({ country, force, status, q }: CoverageView["typed"]): (row: CoverageRow) => boolean {
  const asked = Object.entries({
    country: oneOf(coverageCountries, country),
    force: oneOf(forces, force),
    status: oneOf(coverageStatuses, status),
  }).filter(([, value]) => value !== undefined) as ["country" | "force" | "status", string][];
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return (row) => {
    if (asked.some(([name, value]) => row[name] !== value)) return false;
    if (words.length === 0) return true;
    const text = [row.id, row.citation, row.note, ...row.tests, ...row.texts].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function countsOf(rows: readonly CoverageRow[]): CoverageCount[] {
  return coverageCountries.flatMap((country) => {
    const own = rows.filter((row) => row.country === country);
    if (own.length === 0) return [];
    const by = Object.fromEntries(
      coverageStatuses.map((status) => [status, own.filter((row) => row.status === status).length]),
    ) as CoverageCount["by"];
    return [{ country, total: own.length, by }];
  });
}
