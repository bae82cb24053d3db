import { z } from "zod";
import type { RowBody } from "#app/domain/law/book/changes.ts";
import type { ChangeFlaw } from "#app/domain/law/book/flaws.ts";
import { civilDay, whyFields } from "#app/domain/law/book/proposal-fields.ts";
import { RowData, readRow, wordsOf } from "#app/domain/law/book/row-data.ts";
import { numbersOf, withNumbers } from "#app/domain/law/book/row-numbers.ts";
import { packIn, rowOn } from "#app/domain/law/book.ts";
import { packIds, type Row, rowKey } from "#app/domain/law/pack.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import {
  type ProposalRefusal,
  type Proposed,
  proposeLawChange,
} from "#app/use-cases/propose-law-change.server.ts";
import { lawBook } from "#db/queries/law.ts";
import { transact } from "#db/transact.ts";

const packId = z.enum(packIds, "error.choose");
const where = { packId, rowKey: z.string().max(80), effectiveOn: civilDay };

/** Other figures of a row's guard, or another source, from a day on. */
export const ReplaceRow = z.object({
  ...where,
  ...whyFields,
  numbers: z.record(z.string(), z.string().trim().max(20, "error.too_long")).default({}),
});

/** A row that no longer applies from a day on. */
export const EndRow = z.object({ ...where, ...whyFields });

/** A wholly new row, written as data. */
export const AddRow = z.object({
  packId,
  effectiveOn: civilDay,
  url: whyFields.url,
  reason: whyFields.reason,
  row: z.string("error.required").trim().min(1, "error.required").max(20_000, "error.too_long"),
});

const flawed = (field: string, message: string): { ok: false; error: ProposalRefusal } =>
  err({ kind: "flaw", flaw: { field, message } });

type Answer = Promise<Result<Proposed, ProposalRefusal>>;
type Where = { packId: (typeof packIds)[number]; rowKey: string; effectiveOn: string };

export const replaceRow = (ctx: Ctx, input: z.infer<typeof ReplaceRow>): Answer =>
  transact<Proposed, ProposalRefusal>(ctx, async (tx) => {
    const pack = packIn(await lawBook(tx), input.packId);
    const before = pack && rowOn(pack.rows, input.rowKey, input.effectiveOn);
    if (!before) return flawed("effectiveOn", "error.law.row_over");
    const row = changed(before, input.numbers, input.citation);
    return row.ok ? proposeLawChange(tx, ctx, proposal(input, { what: "replace", row: row.value })) : row;
  });

export const endRow = (ctx: Ctx, input: z.infer<typeof EndRow>): Answer =>
  transact<Proposed, ProposalRefusal>(ctx, (tx) =>
    proposeLawChange(tx, ctx, proposal(input, { what: "end" })),
  );

export const addRow = (ctx: Ctx, input: z.infer<typeof AddRow>): Answer =>
  transact<Proposed, ProposalRefusal>(ctx, async (tx) => {
    const read = readRow(input.row);
    if (!read.ok) return err({ kind: "flaw", flaw: rowFlaw(read.flaw) });
    const { row } = read;
    const silent = wordsOf(row).find((key) => !translator("en").has(key));
    if (silent) return err({ kind: "flaw", flaw: rowFlaw({ path: silent, message: "error.law.no_words" }) });
    const subject = { ...input, rowKey: rowKey(row), citation: row.source.cite };
    return proposeLawChange(tx, ctx, proposal(subject, { what: "add", row }));
  });

/** Which member of the row is wrong is part of the answer. */
const rowFlaw = ({ path, message }: { path: string; message: string }): ChangeFlaw => ({
  field: "row",
  message: path ? `${message}|${path}` : message,
});

const proposal = (input: Where & { citation: string; url?: string; reason: string }, body: RowBody) => ({
  packId: input.packId,
  kind: "row" as const,
  subject: input.rowKey,
  body,
  citation: input.citation,
  url: input.url ?? null,
  reason: input.reason,
  effectiveOn: input.effectiveOn,
});

/** The row with what was typed; a figure that is none is named by its field. */
function changed(before: Row, numbers: Record<string, string>, cite: string): Result<Row, ProposalRefusal> {
  for (const { name, kind } of numbersOf(before)) {
    const given = numbers[name];
    const form = kind === "time" ? /^([01]\d|2[0-4]):[0-5]\d$/ : /^\d{1,15}$/;
    if (given !== undefined && !form.test(given))
      return flawed(`numbers.${name}`, kind === "time" ? "error.time" : "error.number");
  }
  const row = withNumbers({ ...before, source: { ...before.source, cite } }, numbers);
  return RowData.safeParse(row).success ? ok(row) : flawed("form", "error.number");
}
