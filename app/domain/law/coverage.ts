import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import {
  type CoverageCountry,
  type CoverageStatus,
  countryOfRow,
} from "#app/domain/law/coverage-statuses.ts";
import { cnElsewhere } from "#app/domain/law/elsewhere/cn.ts";
import { deElsewhere } from "#app/domain/law/elsewhere/de.ts";
import type { Elsewhere } from "#app/domain/law/elsewhere/elsewhere.ts";
import { gbElsewhere } from "#app/domain/law/elsewhere/gb.ts";
import { commonElsewhere } from "#app/domain/law/elsewhere/platform.ts";
import { usElsewhere } from "#app/domain/law/elsewhere/us.ts";
import { askedBy, type Check } from "#app/domain/law/ladder.ts";
import { type Pack, type Row, rowKey } from "#app/domain/law/pack.ts";
import { packs as builtIn } from "#app/domain/law/packs.ts";
import { referenceRows } from "#app/domain/law/reference/rows.ts";
import type { Confidence, Force } from "#app/domain/law/types.ts";

export type CoverageLine = {
  id: string;
  country: CoverageCountry;
  status: CoverageStatus;
  force: Force | null;
  confidence: Confidence | null;
  citation: string | null;
  /** The first day of the earliest of its parts and the first day after the last; null for the platform's own and where nothing ends. */
  effective: CivilDate | null;
  until: CivilDate | null;
  /** What its parts ask for, as the ladder says it. */
  checks: Check[];
  /** Names of the tests that fail without it: every encoded row has one named by its key, besides the worked examples. */
  tests: string[];
  /** Where it lives instead, or why it does not. */
  note: string | null;
};

const elsewhere = { ...usElsewhere, ...cnElsewhere, ...gbElsewhere, ...deElsewhere, ...commonElsewhere };

/** Policy rows hold whenever the engine can be asked. */
const ALWAYS = "1970-01-01";

const distinct = <T>(items: readonly T[], keyOf: (item: T) => string) => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

function endOf(rows: readonly Row[]): CivilDate | null {
  const ends = rows.map(({ source }) => source.until ?? null);
  return ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
}

function encoded(id: string, rows: readonly Row[]): CoverageLine {
  const [first] = rows;
  const effective = rows.map(({ source }) => source.effective).sort()[0];
  const sure = rows.find(({ confidence }) => confidence !== "low");
  return {
    id,
    country: countryOfRow(id),
    status: sure ? "encoded" : "counsel",
    force: first.force,
    confidence: (sure ?? first).confidence,
    citation: [...new Set(rows.map(({ source }) => source.cite))].join("; "),
    effective: effective === ALWAYS ? null : effective,
    until: endOf(rows),
    checks: distinct(rows.map(askedBy), ({ key, values }) => key + JSON.stringify(values)),
    tests: [...new Set([...rows.map(rowKey), ...rows.flatMap(({ vectors }) => vectors ?? [])])],
    note: null,
  };
}

function unencoded(id: string, { how, note }: Elsewhere | { how: "open"; note: null }): CoverageLine {
  const [force, confidence, citation] = referenceRows[id] ?? [null, null, null];
  const bare = { checks: [], tests: [], effective: null, until: null };
  return { id, country: countryOfRow(id), status: how, force, confidence, citation, note, ...bare };
}

/**
 * Every row of every pack and of the reference, each with where it lives or why it does not. A row of the reference that is
 * neither encoded nor accounted for is open without a note, and a test refuses it.
 *
 * @param packs one of each country, as the law book has them; the build's own when absent
 */
export function coverage(packs: readonly Pack[] = builtIn): CoverageLine[] {
  const byId = new Map<string, Row[]>();
  for (const row of packs.flatMap(({ rows }) => rows)) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  const carried = new Set<CoverageCountry>([...packs.map(({ id }) => id), "common"]);
  const others = [...new Set([...Object.keys(elsewhere), ...Object.keys(referenceRows)])].filter(
    (id) => !byId.has(id) && carried.has(countryOfRow(id)),
  );
  const lines = [
    ...[...byId].map(([id, rows]) => encoded(id, rows)),
    ...others.map((id) => unencoded(id, elsewhere[id] ?? { how: "open", note: null })),
  ];
  return lines.sort((a, b) => (a.id < b.id ? -1 : 1));
}
