import { packsIn } from "#app/domain/law/book.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lawBook } from "#db/queries/law.ts";

/** The law as everybody may read it: one pack of each country and the series, with every approved change. */
export async function lawInForce({ db }: Pick<Ctx, "db">) {
  const book = await lawBook(db);
  return { packs: packsIn(book), series: book.series };
}
