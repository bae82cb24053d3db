import { may } from "#app/domain/accounts/access.ts";
import { byteOrderMark, csvLine } from "#app/domain/portfolios/reject-file.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { findPortfolio, portfolioRelation, rejectsAfter } from "#db/queries/portfolios.ts";
import { rejectPurpose } from "./store-chunk.server.ts";

export type ShownReject = { rowNo: number; column: string; value: string; reason: string; detail: string };

const page = 5_000;

/** What was refused of a portfolio's file, row by row in the file's order; null when it is not the actor's. */
export async function readRejects(
  ctx: Ctx,
  portfolioId: string,
): Promise<AsyncGenerator<ShownReject> | null> {
  const portfolio = await findPortfolio(ctx.db, ctx.actor, portfolioId);
  if (!portfolio || !may(ctx.actor, "portfolio.read", portfolioRelation(ctx.actor, portfolio))) return null;
  return rejectsOf(ctx, portfolioId);
}

async function* rejectsOf(ctx: Ctx, portfolioId: string): AsyncGenerator<ShownReject> {
  const sealing = ctx.secrets.rows(rejectPurpose);
  let after: { rowNo: number; no: number } | null = null;
  for (;;) {
    const rows: Awaited<ReturnType<typeof rejectsAfter>> = await rejectsAfter(ctx.db, portfolioId, {
      after,
      limit: page,
    });
    for (const { rowNo, column, reason, detail, sealedValue } of rows) {
      const value = sealing.unseal(Buffer.from(sealedValue, "base64"), portfolioId);
      yield { rowNo, column, value, reason, detail };
    }
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = last;
  }
}

/** Why a row was refused, in one language. */
export function reasonWords(
  locale: Ctx["locale"],
  { reason, detail }: Pick<ShownReject, "reason" | "detail">,
): string {
  const t = translator(locale);
  return t.has(reason) ? t(reason, { detail }) : reason;
}

/** The refused rows as a file for a spreadsheet, in both languages, a piece at a time. */
export async function* rejectsCsv(rejects: AsyncIterable<ShownReject>): AsyncGenerator<string> {
  const [en, zh] = [translator("en"), translator("zh")];
  const both = (key: "row" | "column" | "value" | "reason") =>
    `${en(`import.rejects.${key}`)} ${zh(`import.rejects.${key}`)}`;
  yield byteOrderMark +
    csvLine([
      both("row"),
      both("column"),
      both("value"),
      "Code",
      en("import.rejects.reason"),
      zh("import.rejects.reason"),
    ]);
  for await (const reject of rejects) {
    const { rowNo, column, value, reason } = reject;
    const code = reason.replace("import.reason.", "");
    yield csvLine([String(rowNo), column, value, code, reasonWords("en", reject), reasonWords("zh", reject)]);
  }
}
