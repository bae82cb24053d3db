import { may } from "#app/domain/accounts/access.ts";
import { lapseOf, lookUpAskAt } from "#app/domain/accounts/licence-upkeep.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lookUpsDue } from "#db/queries/licence-upkeep.ts";

const SCREENFUL = 100;

/** Licences whose look-up runs out or has, the oldest first, with its age in days; null for everybody but an administrator. */
export async function readLookUps(ctx: Ctx) {
  if (!may(ctx.actor, "licence.review", "none")) return null;
  const rows = await lookUpsDue(ctx.db, lookUpAskAt(ctx.now), SCREENFUL);
  return rows
    .map(({ licence, orgName }) => ({
      id: licence.id,
      orgName,
      number: licence.number,
      territory: licence.territory,
      days: Math.floor((ctx.now.getTime() - (licence.registerCheckedAt?.getTime() ?? 0)) / 86_400_000),
      lapse: lapseOf(licence, ctx.now),
    }))
    .filter(({ lapse }) => lapse === null || lapse === "stale");
}
