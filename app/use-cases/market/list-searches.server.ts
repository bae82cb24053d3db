import { personIn } from "#app/domain/accounts/access.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type SavedSearch, searchesOf } from "#db/queries/saved-searches.ts";

export type ListedSearch = Pick<SavedSearch, "id" | "name" | "query" | "alert" | "createdAt">;

/** The person's saved searches at this organisation. */
export async function listSearches(ctx: Ctx): Promise<ListedSearch[]> {
  const person = personIn(ctx.actor, "search.save");
  if (!person?.orgId) return [];
  const rows = await searchesOf(ctx.db, { userId: person.userId, orgId: person.orgId });
  return rows.map(listed);
}

/** What its owner sees of a saved search. */
export const listed = ({ id, name, query, alert, createdAt }: SavedSearch): ListedSearch => ({
  id,
  name,
  query,
  alert,
  createdAt,
});
