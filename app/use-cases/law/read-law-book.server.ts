import { may } from "#app/domain/accounts/access.ts";
import {
  coverageEndOf,
  packOfSeries,
  type SeriesKind,
  seriesKinds,
} from "#app/domain/law/book/series-data.ts";
import { packsIn } from "#app/domain/law/book.ts";
import { coverage } from "#app/domain/law/coverage.ts";
import type { CoverageStatus } from "#app/domain/law/coverage-statuses.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import { daysBetween } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lawDay } from "#app/use-cases/propose-law-change.server.ts";
import { lawBook, lawChangeCounts, lawChangesAfter } from "#db/queries/law.ts";

/** A review that falls due within this time is announced. */
const reviewSoonDays = 60;
/** A series that ends within this time is announced. */
const endsSoonDays = 45;
const proposalsShown = 20;

export type SignatureState = "unsigned" | "signed" | "due_soon" | "overdue";

/** How counsel's signature under a pack stands on a day. */
export function signatureState(
  { signedOffBy, reviewBy }: Pick<Pack, "signedOffBy" | "reviewBy">,
  today: string,
): SignatureState {
  if (!signedOffBy || !reviewBy) return "unsigned";
  if (today >= reviewBy) return "overdue";
  return daysBetween(today, reviewBy) <= reviewSoonDays ? "due_soon" : "signed";
}

/** The law book at a glance: packs, series and what waits for a decision. Null for whoever may not read it. */
export async function readLawBook(ctx: Ctx) {
  if (!may(ctx.actor, "law.read", "none")) return null;
  const [book, counts, proposals] = await Promise.all([
    lawBook(ctx.db),
    lawChangeCounts(ctx.db),
    lawChangesAfter(ctx.db, { status: "proposed", after: null, limit: proposalsShown }),
  ]);
  return {
    packs: packsIn(book).map((pack) => packLine(pack, ctx.now)),
    series: seriesLines(book.series, ctx.now),
    proposals: proposals.map(({ change, proposedByName }) => ({ ...change, proposedByName })),
    waiting: counts.proposed ?? 0,
  };
}

export function packLine(pack: Pack, now: Date) {
  const { id, version, signedOffBy, signedOffOn, reviewBy, rows } = pack;
  const today = lawDay(id, now);
  const state = signatureState(pack, today);
  return {
    id,
    version,
    signedOffBy,
    signedOffOn,
    reviewBy,
    state,
    today,
    rows: rows.length,
    coverage: counted(pack),
  };
}

/** How many rows of the reference are encoded, calculated, carried elsewhere, left to counsel, or open with a reason. */
function counted(pack: Pack): Record<CoverageStatus, number> {
  const counts = { encoded: 0, calculated: 0, within: 0, counsel: 0, open: 0 };
  for (const { country, status } of coverage([pack])) if (country === pack.id) counts[status] += 1;
  return counts;
}

type SeriesLine = {
  id: string;
  kind: SeriesKind;
  packId: string | null;
  /** The last verified day; null where nothing is on file, or a fee table knows no end. */
  coverageEnd: string | null;
  today: string;
  state: "fine" | "ends_soon" | "ended" | "empty" | "open_ended";
};

function seriesLines(series: Series, now: Date): SeriesLine[] {
  const lines = seriesKinds.flatMap((kind) =>
    Object.keys(series[kind]).map((id) => seriesLine(series, { id, kind }, now)),
  );
  return lines.sort((a, b) => urgencyOf(a).localeCompare(urgencyOf(b)));
}

const urgency: SeriesLine["state"][] = ["ended", "empty", "ends_soon", "fine", "open_ended"];

/** What refuses a calculation first, then by the day it will. */
const urgencyOf = ({ state, coverageEnd, id }: SeriesLine) =>
  `${urgency.indexOf(state)} ${coverageEnd ?? ""} ${id}`;

export function seriesLine(
  series: Series,
  { id, kind }: { id: string; kind: SeriesKind },
  now: Date,
): SeriesLine {
  const packId = packOfSeries(id);
  const today = lawDay(packId ?? "", now);
  const coverageEnd = coverageEndOf(series, id);
  return { id, kind, packId, coverageEnd, today, state: stateOf(kind, coverageEnd, today) };
}

function stateOf(kind: SeriesKind, end: string | null, today: string): SeriesLine["state"] {
  if (kind === "fees") return "open_ended";
  if (!end) return "empty";
  if (end < today) return "ended";
  return daysBetween(today, end) <= endsSoonDays ? "ends_soon" : "fine";
}
