import { may } from "#app/domain/accounts/access.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { deadEvents, unfinishedCalls } from "#db/queries/provider-work.ts";

const pageSize = 25;
const mostEvents = 50;

/** What the provider was asked and has not answered, and what it told that could not be applied. */
export async function readUnfinished(ctx: Ctx, after: PageKey | null) {
  if (!may(ctx.actor, "provider.mend", "none")) return null;
  const [rows, events] = await Promise.all([
    unfinishedCalls(ctx.db, { after, limit: pageSize + 1 }),
    after ? [] : deadEvents(ctx.db, mostEvents),
  ]);
  const page = rows.slice(0, pageSize);
  const names = await organizationsById(
    ctx.db,
    page.map(({ orgId }) => orgId),
  );
  const last = page.at(-1);
  return {
    calls: page.map(({ id, operation, state, attempts, nextTryAt, lastError, createdAt, orgId }) => ({
      id,
      operation,
      dead: state === "dead",
      attempts,
      nextTryAt,
      lastError,
      createdAt,
      orgName: names.get(orgId)?.name ?? "",
    })),
    events: events.map(({ id, type, accountId, lastError, receivedAt }) => ({
      id,
      type,
      accountId,
      lastError,
      receivedAt,
    })),
    next: rows.length > pageSize && last ? { at: last.createdAt, id: last.id } : null,
  };
}
