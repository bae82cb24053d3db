import { may } from "#app/domain/accounts/access.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { isCollector } from "#app/domain/accounts/actor.ts";
import type { Stage } from "#app/domain/law/types.ts";
import { filterOf, openedQueryOf } from "#app/domain/market/asked-filter.ts";
import { nextLook } from "#app/domain/market/saved-search.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { decideBid, standingOf } from "#app/use-cases/tenders/standing.server.ts";
import type { Tx } from "#db/client.ts";
import { roundsSince } from "#db/queries/open-rounds.ts";
import { lockDueSearches, type SavedSearch, updateSearch } from "#db/queries/saved-searches.ts";
import { transact } from "#db/transact.ts";
import { narrowedFor } from "./narrowed-for.server.ts";

const batch = 50;
/** New rounds looked at for one search; a person reads "100" and looks. */
const mostHits = 100;

/** Tells people of rounds that opened in their saved searches since they were told last. Says how many searches were due. */
export function lookForSearches(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  return transact<number, { kind: "not-allowed" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "market.tell", "none")) return err({ kind: "not-allowed" });
    const due = await lockDueSearches(tx, { now: ctx.now, limit: batch });
    for (const { search, kind, member } of due) {
      const role = kind && kind !== "platform" && isCollector(kind) ? kind : null;
      const owner: Actor | null = role && {
        role,
        userId: search.userId,
        orgId: search.orgId,
        member,
        secondFactor: false,
      };
      if (owner) await tell(tx, { ...ctx, actor: owner }, search);
      await updateSearch(tx, search.id, {
        toldUntil: ctx.now,
        lookAt: owner ? nextLook(search.alert, ctx.now) : null,
      });
    }
    return ok(due.length);
  });
}

/** `owner` reads as the person would, with the licences of this moment. */
async function tell(tx: Tx, owner: Ctx, { id, name, query, toldUntil, userId }: SavedSearch): Promise<void> {
  const standing = await standingOf(tx, owner);
  const territories = [...new Set(standing.licences.map(({ territory }) => territory))];
  const asked = filterOf(new URLSearchParams(query));
  const { list } = await narrowedFor({ db: tx, actor: owner.actor }, { ...asked, territories });
  const rows = await roundsSince(tx, { list, now: owner.now, since: toldUntil, limit: mostHits });
  const open = rows.filter(
    (row) => decideBid({ tender: { scope: row.scope as Stage }, brief: row }, standing, owner.now).allowed,
  );
  if (open.length === 0) return;
  await notify(tx, owner, {
    kind: "saved_search_hits",
    values: { name, count: open.length },
    userIds: [userId],
    href: `/rounds?${openedQueryOf({ ...asked, saved: id })}`,
  });
}
