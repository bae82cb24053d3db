import { may } from "#app/domain/accounts/access.ts";
import { packOfSeries, seriesKindOf } from "#app/domain/law/book/series-data.ts";
import { packFor } from "#app/domain/law/packs.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lawBook, lawChangesAbout } from "#db/queries/law.ts";
import { seriesLine } from "./read-law-book.server.ts";

const changesShown = 20;
/** The newest values; the earlier ones are in the sources. */
const valuesShown = 24;

/** One series with its newest values, its source and what was changed about it. Null when the book has none of that name. */
export async function readLawSeries(ctx: Ctx, id: string) {
  if (!may(ctx.actor, "law.read", "none")) return null;
  const { series } = await lawBook(ctx.db);
  const kind = seriesKindOf(series, id);
  const packId = packOfSeries(id);
  if (!kind || !packId) return null;
  const changes = await lawChangesAbout(ctx.db, { packId, subject: id, limit: changesShown });
  return {
    ...seriesLine(series, { id, kind }, ctx.now),
    ...contentsOf(series, id),
    changes: changes.map(({ change, proposedByName }) => ({ ...change, proposedByName })),
  };
}

function contentsOf(series: Series, id: string) {
  const points = series.points[id];
  const years = Object.entries(series.holidays[id]?.years ?? {});
  const fees = series.fees[id];
  return {
    source: points?.source ?? fees?.versions.at(-1)?.source ?? years.at(-1)?.[1].source ?? "",
    unit: points?.unit ?? null,
    currency: fees?.currency ?? packFor(packOfSeries(id) ?? "")?.currency ?? null,
    points: (points?.points ?? []).toReversed().slice(0, valuesShown),
    years: years.toReversed().map(([year, { off, work = [], source }]) => ({ year, off, work, source })),
    versions: (fees?.versions ?? [])
      .toReversed()
      .map(({ from, table, source }) => ({ from, source, table: JSON.stringify(table, null, 2) })),
  };
}
