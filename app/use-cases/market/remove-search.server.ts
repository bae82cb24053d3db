import { personIn } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { deleteSearch } from "#db/queries/saved-searches.ts";
import { transact } from "#db/transact.ts";

/** Deletes one of the person's saved searches, and its news with it. */
export function removeSearch(ctx: Ctx, id: string): Promise<Result<null, { kind: "not-found" }>> {
  return transact<null, { kind: "not-found" }>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "search.save");
    if (!person || !isId(id)) return err({ kind: "not-found" });
    const gone = await deleteSearch(tx, { userId: person.userId, id });
    return gone ? ok(null) : err({ kind: "not-found" });
  });
}
