import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { newId } from "#app/domain/ids.ts";
import { alertKinds, mostSearches, nextLook } from "#app/domain/market/saved-search.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { countSearches, insertSearch } from "#db/queries/saved-searches.ts";
import { transact } from "#db/transact.ts";

/** What a search is called and how its news is told. */
export const NamedSearch = z.object({
  name: z.string("error.required").trim().min(1, "error.required").max(80, "error.too_long"),
  alert: z.enum(alertKinds, "error.choose"),
});

/** What it asks for: the list's address without its beginning. */
export const SearchFilters = z.object({ query: z.string().max(4_000, "error.too_long").default("") });

export const SaveSearch = NamedSearch.extend(SearchFilters.shape);

export type SaveSearchRefusal = { kind: "not-allowed" } | { kind: "too-many" };

/** Keeps a narrowed list under a name, with news of what comes into it from now on. */
export function saveSearch(
  ctx: Ctx,
  { name, alert, query }: z.infer<typeof SaveSearch>,
): Promise<Result<{ id: string }, SaveSearchRefusal>> {
  return transact<{ id: string }, SaveSearchRefusal>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "search.save");
    if (!person?.orgId) return err({ kind: "not-allowed" });
    const { userId, orgId } = person;
    if ((await countSearches(tx, userId)) >= mostSearches) return err({ kind: "too-many" });
    const id = newId(ctx.now);
    const lookAt = nextLook(alert, ctx.now);
    await insertSearch(tx, {
      id,
      userId,
      orgId,
      name,
      query,
      alert,
      createdAt: ctx.now,
      toldUntil: ctx.now,
      lookAt,
    });
    return ok({ id });
  });
}
