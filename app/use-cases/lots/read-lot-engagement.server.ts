import { may, type Relation } from "#app/domain/accounts/access.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { changesOf } from "#app/use-cases/engagements/mandate-standing.server.ts";
import {
  type PaperFile,
  type PaperKind,
  paperFile,
  signablePaper,
} from "#app/use-cases/engagements/signable-paper.server.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { type EngagementRow, engagementFor } from "#db/queries/engagements.ts";
import { findLot, lotRelation } from "#db/queries/lots.ts";
import { lapsedFirm } from "./lapsed-firm.server.ts";
import { lotHeadingOf } from "./lot-heading.server.ts";

/** The one mandate of a lot as either side sees it; `paper` is null before an award, the whole when the lot is not the actor's. */
export async function readLotEngagement(ctx: Ctx, caseId: string) {
  const found = await drawnFor(ctx, caseId);
  if (!found) return null;
  const { lot, relation, drawn } = found;
  return {
    heading: lotHeadingOf(lot, ctx),
    lapsed: await lapsedFirm(ctx, lot),
    side: relation === "creditor" ? ("creditor" as const) : ("collector" as const),
    paper: drawn && (await signablePaper(ctx, { ...drawn, relation })),
    standing: drawn?.row.engagedAt
      ? {
          ...standingOf(drawn.row, ctx.now),
          amendments: await changesOf(ctx, drawn.row),
          mayEnd: lot.status === "engaged" && may(ctx.actor, "mandate.end", relation),
          mayAmend: lot.status === "engaged" && may(ctx.actor, "engagement.sign", relation),
        }
      : null,
  };
}

const standingOf = ({ periodEndsAt, alarmedAt }: EngagementRow, now: Date) => ({
  periodEndsAt,
  periodOver: periodEndsAt !== null && periodEndsAt <= now,
  quietSince: alarmedAt,
  charge: null,
});

/** The bytes of one of its papers for either side; null when the lot is not theirs or the paper is not drawn up. */
export async function readLotPaper(ctx: Ctx, caseId: string, kind: PaperKind): Promise<PaperFile | null> {
  const found = await drawnFor(ctx, caseId);
  return found?.drawn ? paperFile(ctx, { row: found.drawn.row, code: found.lot.code }, kind) : null;
}

/** A lot that the actor may see the mandate of, with the award in force and its paper. */
export async function drawnFor(ctx: Ctx, caseId: string) {
  const lot = await findLot(ctx.db, ctx.actor, caseId);
  const relation: Relation | null = lot && lotRelation(ctx.actor, lot);
  if (!lot || !relation || !may(ctx.actor, "engagement.read", relation)) return null;
  const award = await awardInForce(ctx.db, caseId);
  const row = award && (await engagementFor(ctx.db, { caseId, awardId: award.id }));
  return { lot, relation, drawn: award && row ? { award, row } : null };
}
