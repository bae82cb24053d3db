import type { LawChange, RowBody, SeriesBody } from "#app/domain/law/book/changes.ts";
import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import { type Pack, type PackId, type Row, rowKey } from "#app/domain/law/pack.ts";
import { packFor, packs } from "#app/domain/law/packs.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/** What approved changes made of one pack. */
type Amended = Pick<Pack, "version" | "rows" | "signedOffBy" | "signedOffOn" | "reviewBy">;

/**
 * The law in force: the packs and series of this build with every approved change applied, in the order of approval.
 * A row's change counts from its date on, so one book answers for acts of any day.
 */
export type LawBook = {
  series: Series;
  amended: ReadonlyMap<PackId, Amended>;
};

/** The book as this build carries it. */
export const builtInBook: LawBook = { series: publishedSeries, amended: new Map() };

/** The book after these changes, given in the order in which they were approved. Pure: equal changes, equal book. */
export function bookWith(changes: readonly LawChange[]): LawBook {
  if (changes.length === 0) return builtInBook;
  const amended = new Map<PackId, Amended>();
  for (const pack of packs) {
    const own = changes.filter(({ packId }) => packId === pack.id);
    if (own.length > 0) amended.set(pack.id, amend(pack, own));
  }
  return { series: changes.reduce(withSeries, publishedSeries), amended };
}

function amend(pack: Pack, own: readonly LawChange[]): Amended {
  let { rows, signedOffBy, signedOffOn, reviewBy } = pack;
  for (const change of own) {
    if (change.kind === "row") {
      rows = rowsAfter(rows, change);
      reviewBy = earlier(reviewBy, change.effectiveOn);
    }
    if (change.kind === "signature" && baseOf(change.body.version) === pack.version) {
      ({ signedOffBy, signedOffOn, reviewBy } = change.body);
    }
  }
  return { version: versionAfter(pack.version, own.length), rows, signedOffBy, signedOffOn, reviewBy };
}

/** Counsel signed the rows as they were: from the day another rule applies, the pack must have been read again. */
const earlier = (reviewBy: CivilDate | null, on: CivilDate) =>
  reviewBy !== null && on < reviewBy ? on : reviewBy;

/** `2026.11.1+3`: the build's pack and how many approved changes it carries. */
export const versionAfter = (base: string, changes: number) => (changes > 0 ? `${base}+${changes}` : base);

/** The build's own part of a version. */
export const baseOf = (version: string) => version.split("+")[0];

/** How many approved changes a version carries. */
export const changesIn = (version: string) => Number(version.split("+")[1] ?? 0);

const isInForce = ({ source }: Row, on: CivilDate) =>
  source.effective <= on && (source.until === undefined || on < source.until);

/** The row of a key that applies on a day. */
export const rowOn = (rows: readonly Row[], key: string, on: CivilDate): Row | null =>
  rows.find((row) => rowKey(row) === key && isInForce(row, on)) ?? null;

const dated = (row: Row, effective: CivilDate, until: CivilDate | undefined): Row => {
  const { until: _, ...source } = row.source;
  return { ...row, source: { ...source, effective, ...(until && { until }) } };
};

const endedOn = (row: Row, until: CivilDate): Row[] =>
  row.source.effective < until ? [dated(row, row.source.effective, until)] : [];

type RowChange = { subject: string; effectiveOn: CivilDate; body: RowBody };

/** The rows with one changed from a day on: the old keeps its days before, the new has the days from there. */
export function rowsAfter(
  rows: readonly Row[],
  { subject, effectiveOn: on, body }: RowChange,
): readonly Row[] {
  const own = rows.filter((row) => rowKey(row) === subject);
  if (body.what === "end") {
    return rows.flatMap((row) => {
      if (!own.includes(row) || (row.source.until && row.source.until <= on)) return [row];
      return endedOn(row, on);
    });
  }
  const covering = own.find((row) => isInForce(row, on));
  const later = own.map(({ source }) => source.effective).filter((effective) => effective > on);
  const fresh = dated(body.row, on, covering?.source.until ?? later.sort()[0]);
  if (!covering) return [...rows, fresh];
  return rows.flatMap((row) => (row === covering ? [...endedOn(row, on), fresh] : [row]));
}

function withSeries(series: Series, change: LawChange): Series {
  return change.kind === "series" ? extended(series, change.subject, change.body, change.citation) : series;
}

function extended(series: Series, id: string, body: SeriesBody, source: string): Series {
  switch (body.what) {
    case "points": {
      const known = series.points[id];
      if (!known) return series;
      const points = [...known.points, ...body.points];
      return {
        ...series,
        points: { ...series.points, [id]: { ...known, points, coverageEnd: body.coverageEnd } },
      };
    }
    case "holidays": {
      const { year, off, work } = body;
      const years = { ...series.holidays[id]?.years, [year]: { off, work, source } };
      return { ...series, holidays: { ...series.holidays, [id]: { years } } };
    }
    case "fees": {
      const known = series.fees[id];
      if (!known) return series;
      const versions = [...known.versions, { from: body.from, table: body.table, source }];
      return { ...series, fees: { ...series.fees, [id]: { ...known, versions } } };
    }
  }
}

const placed = new WeakMap<LawBook, Map<string, Pack>>();

/** The pack for a place as the book has it; null where there is none: nothing may be done there. */
export function packIn(book: LawBook, place: string): Pack | null {
  const pack = packFor(place);
  if (!pack || book === builtInBook) return pack;
  const known = placed.get(book) ?? new Map<string, Pack>();
  placed.set(book, known);
  const found = known.get(place) ?? { ...pack, ...book.amended.get(pack.id), series: book.series };
  known.set(place, found);
  return found;
}

/** One pack of each country, as the book has them. */
export const packsIn = (book: LawBook): Pack[] => packs.flatMap(({ id }) => packIn(book, id) ?? []);
