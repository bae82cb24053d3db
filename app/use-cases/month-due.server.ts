import { monthToClose } from "#app/domain/papers/month.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader } from "#db/client.ts";
import { firstEffectiveOn, lastClosedMonth } from "#db/queries/months.ts";

/** The month that is over and is to be closed next; null where there is none. */
export async function monthDue(reader: Reader, { now }: Pick<Ctx, "now">): Promise<string | null> {
  const last = await lastClosedMonth(reader);
  return monthToClose({
    lastClosed: last?.month ?? null,
    firstEffectiveOn: last ? null : await firstEffectiveOn(reader),
    today: dateIn("UTC", now),
  });
}
