import { personIn } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { searchOf } from "#db/queries/saved-searches.ts";
import { type ListedSearch, listed } from "./list-searches.server.ts";

/** One of the person's saved searches at this organisation; null where it is not theirs. */
export async function readSearch(ctx: Ctx, id: string): Promise<ListedSearch | null> {
  const person = personIn(ctx.actor, "search.save");
  if (!person?.orgId || !isId(id)) return null;
  const row = await searchOf(ctx.db, { id, userId: person.userId, orgId: person.orgId });
  return row && listed(row);
}
