import { personIn } from "#app/domain/accounts/access.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { feedOf } from "#db/queries/calendar-feeds.ts";

/** Whether a person's calendar has an address, and when a program last asked for it. Never the address: it is not kept. */
export async function readCalendarAddress(ctx: Ctx) {
  const person = personIn(ctx.actor, "account.own");
  const feed = person && (await feedOf(ctx.db, person.userId));
  return feed ? { createdAt: feed.createdAt, readAt: feed.readAt } : null;
}
