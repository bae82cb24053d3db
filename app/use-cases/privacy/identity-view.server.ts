import { may } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import { askedPurposes, sightPurposes } from "#app/domain/privacy/sights.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { findCase } from "#db/queries/cases.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { maskedCard } from "./debtor-card.server.ts";
import { whoLooked } from "./who-looked.server.ts";

/** More than anybody reads. */
const most = 500;

/** The debtor of a case before an administrator: initials and masks until a purpose is given, and everybody who looked; null for everybody else. */
export async function identityView(ctx: Ctx, { caseId, asked }: { caseId: string; asked: string | null }) {
  if (!isId(caseId) || !may(ctx.actor, "case.review", "none")) return null;
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  if (!kase) return null;
  const only = sightPurposes.find((each) => each === asked);
  const [debtor, zone, looked] = await Promise.all([
    maskedCard(ctx, caseId),
    zoneOf(ctx.db, caseId),
    whoLooked(ctx, { caseId, purpose: only, limit: most }),
  ]);
  return {
    ...{ caseId, code: kase.code, debtor, zone, looked, only: only ?? null },
    purposes: [...askedPurposes.admin],
    seen: [...sightPurposes],
  };
}
