import { may, type Operation } from "#app/domain/accounts/access.ts";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type CaseRow, relationTo } from "#db/queries/cases.ts";

export type Party = { userId: string; orgId: string };

/** The member of the creditor or of the engaged collector behind an actor; an award that is unsigned makes no party yet. */
export function partyOf({ actor }: Pick<Ctx, "actor">, operation: Operation, kase: CaseRow): Party | null {
  const { userId, orgId } = actor;
  if (!userId || !orgId || !mayKnowDebtor(actor, kase)) return null;
  return may(actor, operation, relationTo(actor, kase)) ? { userId, orgId } : null;
}

/** Words can be added while there is a case to speak of. */
export const isOpen = ({ status }: Pick<CaseRow, "status">) => status !== "closed" && status !== "refused";

export const messagePath = (caseId: string, messageId: string) =>
  `/cases/${caseId}/messages?at=${messageId}#m-${messageId}`;
