import {
  listOf,
  type MarketFilter,
  type Narrowed,
  narrowedBy,
  practised,
} from "#app/domain/market/narrow.ts";
import { readSearch } from "#app/domain/market/search.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader } from "#db/client.ts";
import { practiceOf } from "#db/queries/practice.ts";

type Asked = { filter: MarketFilter; mine: boolean; territories: readonly string[] };

/** A collector's list of the market, narrowed by what it asked for and, if it wishes, by what its firm takes on. */
export async function narrowedFor(
  ctx: { db: Reader; actor: Ctx["actor"] },
  { filter, mine, territories }: Asked,
): Promise<{ list: Narrowed; unknown: string[] }> {
  const { orgId, role } = ctx.actor;
  const open = listOf({ territories, agency: role === "agency" });
  const practice = mine && orgId ? await practiceOf(ctx.db, orgId) : null;
  const search = readSearch(filter.text ?? "");
  const list = narrowedBy(practice ? practised(open, practice) : open, filter, search);
  return { list, unknown: search.unknown };
}
