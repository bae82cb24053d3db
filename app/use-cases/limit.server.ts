import { ok, type Result } from "#app/domain/result.ts";
import { consume, forgive, type LimitName, type TooMany } from "#app/gateways/rate-limits.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "./ctx.ts";

/** Keys of one limit: an address of the network, an account, a mailbox. Stored as hashes. */
const keyOf = (key: string) => sha256(key).slice(0, 40);

/** Takes one point for every key; refuses with the longest wait when any of them is used up. */
export async function limit(
  ctx: Pick<Ctx, "db">,
  name: LimitName,
  keys: string[],
): Promise<Result<null, TooMany>> {
  const answers = await Promise.all(keys.map((key) => consume(ctx.db, name, keyOf(key))));
  const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer]));
  if (refusals.length === 0) return ok(null);
  return refusals.reduce((a, b) => (a.error.retryAfterSeconds >= b.error.retryAfterSeconds ? a : b));
}

/** Gives the points back after a success that proves the person. */
export async function forgiveAll(ctx: Pick<Ctx, "db">, name: LimitName, keys: string[]): Promise<void> {
  await Promise.all(keys.map((key) => forgive(ctx.db, name, keyOf(key))));
}
