import type { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import { nextLook } from "#app/domain/market/saved-search.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockSearch, type SavedSearch, updateSearch } from "#db/queries/saved-searches.ts";
import { transact } from "#db/transact.ts";
import type { NamedSearch, SearchFilters } from "./save-search.server.ts";

type Changed = Promise<Result<null, { kind: "not-found" }>>;

/** Gives a search another name or its news another pace. Resumed, it tells of what comes from now on. */
export const changeSearch = (ctx: Ctx, id: string, { name, alert }: z.infer<typeof NamedSearch>): Changed =>
  change(ctx, id, (search) => ({
    name,
    alert,
    lookAt: alert === search.alert ? search.lookAt : nextLook(alert, ctx.now),
    ...(search.alert === "none" ? { toldUntil: ctx.now } : {}),
  }));

/** Puts other filters under the same name. What lay in them before is no news. */
export const saveOver = (ctx: Ctx, id: string, { query }: z.infer<typeof SearchFilters>): Changed =>
  change(ctx, id, ({ alert }) => ({ query, toldUntil: ctx.now, lookAt: nextLook(alert, ctx.now) }));

function change(ctx: Ctx, id: string, set: (search: SavedSearch) => Partial<SavedSearch>): Changed {
  return transact<null, { kind: "not-found" }>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "search.save");
    if (!person?.orgId || !isId(id)) return err({ kind: "not-found" });
    const search = await lockSearch(tx, { id, userId: person.userId, orgId: person.orgId });
    if (!search) return err({ kind: "not-found" });
    await updateSearch(tx, id, set(search));
    return ok(null);
  });
}
