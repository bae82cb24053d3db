import { z } from "zod";
import type { SeriesBody } from "#app/domain/law/book/changes.ts";
import { civilDay, whyFields } from "#app/domain/law/book/proposal-fields.ts";
import { FeeTableData, packOfSeries, seriesKindOf } from "#app/domain/law/book/series-data.ts";
import { err, type Result } from "#app/domain/result.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import {
  lawDay,
  type ProposalRefusal,
  type Proposed,
  proposeLawChange,
} from "#app/use-cases/propose-law-change.server.ts";
import { lawBook } from "#db/queries/law.ts";
import { transact } from "#db/transact.ts";

const lines = (text: string) => text.split(/[\s,]+/).filter(Boolean);

/** One form for the three kinds of series; which fields it must fill, the series says. */
export const ProposeSeries = z.object({
  seriesId: z.string().max(60),
  ...whyFields,
  value: z.string().trim().max(20, "error.too_long").optional(),
  from: civilDay.optional(),
  coverageEnd: civilDay.optional(),
  year: z.coerce
    .number("error.number")
    .int("error.number")
    .min(2000, "error.number")
    .max(2100, "error.number")
    .optional(),
  off: z.string().max(4_000, "error.too_long").optional(),
  work: z.string().max(4_000, "error.too_long").optional(),
  table: z.string().max(20_000, "error.too_long").optional(),
});
export type ProposeSeries = z.infer<typeof ProposeSeries>;

type Typed = Result<{ body: SeriesBody; effectiveOn: string }, ProposalRefusal>;
const flawed = (field: string, message: string): Typed => err({ kind: "flaw", flaw: { field, message } });

/** Proposes what comes after the verified part of a series. Nothing that was verified can be rewritten. */
export const proposeSeries = (ctx: Ctx, input: ProposeSeries): Promise<Result<Proposed, ProposalRefusal>> =>
  transact<Proposed, ProposalRefusal>(ctx, async (tx) => {
    const { series } = await lawBook(tx);
    const kind = seriesKindOf(series, input.seriesId);
    const packId = packOfSeries(input.seriesId);
    if (!kind || !packId)
      return err({ kind: "flaw", flaw: { field: "form", message: "error.law.no_series" } });
    const before = kind === "points" ? series.points[input.seriesId].coverageEnd : null;
    const read = typed[kind](input, before ? addDays(before, 1) : lawDay(packId, ctx.now));
    if (!read.ok) return read;
    const { citation, url = null, reason, seriesId: subject } = input;
    return proposeLawChange(tx, ctx, {
      packId,
      kind: "series",
      subject,
      ...read.value,
      citation,
      url,
      reason,
    });
  });

/** What was typed, as the series' kind reads it; `next` is the first day that is not verified yet. */
const typed: Record<SeriesBody["what"], (input: ProposeSeries, next: string) => Typed> = {
  points({ value, from, coverageEnd }, next) {
    if (!coverageEnd) return flawed("coverageEnd", "error.required");
    if (value && !from) return flawed("from", "error.required");
    if (from && !value) return flawed("value", "error.required");
    const points = value && from ? [{ from, value }] : [];
    return { ok: true, value: { body: { what: "points", points, coverageEnd }, effectiveOn: from ?? next } };
  },
  holidays({ year, off, work }) {
    if (!year) return flawed("year", "error.required");
    const body: SeriesBody = { what: "holidays", year, off: lines(off ?? ""), work: lines(work ?? "") };
    return { ok: true, value: { body, effectiveOn: `${year}-01-01` } };
  },
  fees({ from, table }) {
    if (!from) return flawed("from", "error.required");
    const read = tableFrom(table ?? "");
    if (!read) return flawed("table", "error.law.fee_table");
    return { ok: true, value: { body: { what: "fees", from, table: read }, effectiveOn: from } };
  },
};

function tableFrom(text: string) {
  try {
    const read = FeeTableData.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
