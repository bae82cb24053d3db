import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Result } from "#app/domain/result.ts";
import type { Db, Tx } from "./client.ts";

/** Carries a refusal out of drizzle's transaction so that it rolls back. */
class Refusal {
  constructor(readonly error: unknown) {}
}

/**
 * The one way to write. Tells the database who acts (settings local to the transaction, which triggers and
 * row policies can read) and rolls back on a returned refusal as on a throw.
 */
export async function transact<T, E>(
  { db, actor }: { db: Db; actor: Actor },
  work: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('rung.user_id', ${actor.userId ?? ""}, true),
        set_config('rung.org_id', ${actor.orgId ?? ""}, true), set_config('rung.role', ${actor.role}, true)`);
      const result = await work(tx);
      if (!result.ok) throw new Refusal(result.error);
      return result;
    });
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, error: thrown.error as E };
    throw thrown;
  }
}
