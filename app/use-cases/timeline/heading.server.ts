import type { Facts } from "#app/domain/law/facts.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import { pathOf, spelledPath } from "#app/domain/places/register.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { unreadIn } from "#db/queries/message-reads.ts";

/** What every page about a case says at its head, and how many messages its reader has not seen. */
export async function headingOf(
  kase: CaseRow,
  { facts, today, series }: { facts: Facts; today: string; series: Series },
  { locale, db, actor }: Pick<Ctx, "locale" | "db" | "actor">,
) {
  const { claim } = kase.answers;
  const { jurisdiction } = kase;
  const limitation = limitationOf({ jurisdiction, facts, on: today, reading: "shortest", series });
  return {
    caseId: kase.caseId,
    code: kase.code,
    status: kase.status,
    claimKind: claim.kind,
    purpose: claim.purpose,
    principal: claim.principal,
    currency: claim.currency,
    dueOn: claim.dueOn,
    place: spelledPath(pathOf(kase.placeCode), locale),
    limitationLast: limitation.refused ? null : limitation.last,
    barred: !limitation.refused && limitation.barred === true,
    unread: await unreadIn(db, actor, kase.caseId),
  };
}
