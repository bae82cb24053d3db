import { may } from "#app/domain/accounts/access.ts";
import { numbersOf } from "#app/domain/law/book/row-numbers.ts";
import { packIn, rowOn } from "#app/domain/law/book.ts";
import { askedBy } from "#app/domain/law/ladder.ts";
import { type Pack, type PackId, packIds, type Row, rowKey } from "#app/domain/law/pack.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lawDay } from "#app/use-cases/propose-law-change.server.ts";
import { lawBook, lawChangesAbout } from "#db/queries/law.ts";
import { packLine } from "./read-law-book.server.ts";

const pageSize = 30;
const changesShown = 20;

const packIdFrom = (text: string): PackId | null => packIds.find((id) => id === text) ?? null;

async function packCalled(ctx: Ctx, id: string): Promise<Pack | null> {
  const packId = may(ctx.actor, "law.read", "none") ? packIdFrom(id) : null;
  return packId && packIn(await lawBook(ctx.db), packId);
}

/** A pack and one page of its rows, by key, that hold these words; `after` is the last key of the page before. */
export async function readPackRows(ctx: Ctx, id: string, { find, after }: { find: string; after: string }) {
  const pack = await packCalled(ctx, id);
  if (!pack) return null;
  const today = lawDay(pack.id, ctx.now);
  const words = find.trim().toLowerCase();
  const found = pack.rows
    .filter((row) => `${rowKey(row)} ${row.source.cite}`.toLowerCase().includes(words))
    .map((row) => ({ ...lineOf(row), state: stateOf(row, today), key: rowKey(row) }))
    .sort((a, b) => placeOf(a).localeCompare(placeOf(b)))
    .filter((line) => placeOf(line) > after);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return {
    pack: packLine(pack, ctx.now),
    rows,
    next: found.length > pageSize && last ? placeOf(last) : null,
  };
}

/** The texts of one row follow one another by their date. */
const placeOf = ({ key, effective }: { key: string; effective: string }) => `${key} ${effective}`;

const lineOf = (row: Row) => ({
  force: row.force,
  cite: row.source.cite,
  effective: row.source.effective,
  until: row.source.until ?? null,
  check: askedBy(row),
  rule: row.id,
});

const stateOf = ({ source: { effective, until } }: Row, today: string) =>
  today < effective
    ? ("coming" as const)
    : until && today >= until
      ? ("over" as const)
      : ("in_force" as const);

/** One row in all its texts, the one in force with its figures, and what was changed about it. Null when there is none. */
export async function readLawRow(ctx: Ctx, id: string, key: string) {
  const pack = await packCalled(ctx, id);
  const texts = pack?.rows.filter((row) => rowKey(row) === key) ?? [];
  if (!pack || texts.length === 0) return null;
  const today = lawDay(pack.id, ctx.now);
  const changes = await lawChangesAbout(ctx.db, { packId: pack.id, subject: key, limit: changesShown });
  const shown = rowOn(pack.rows, key, today) ?? texts[texts.length - 1];
  return {
    pack: { id: pack.id, version: pack.version },
    key,
    today,
    row: {
      ...lineOf(shown),
      confidence: shown.confidence,
      appliesTo: [...shown.appliesTo],
      unblock: [...shown.unblock],
      message: shown.message,
      numbers: numbersOf(shown),
      data: JSON.stringify(shown, null, 2),
    },
    texts: texts.map((row) => ({ ...lineOf(row), state: stateOf(row, today) })),
    changes: changes.map(({ change, proposedByName }) => ({ ...change, proposedByName })),
  };
}
