import { may } from "#app/domain/accounts/access.ts";
import { debtorOn } from "#app/domain/accounts/actor.ts";
import type { TemplateLanguage } from "#app/domain/contact/templates/template.ts";
import { languageOf } from "#app/domain/contact/templates.ts";
import { ok } from "#app/domain/result.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { type ContactMessage, messageOf } from "#db/queries/contact.ts";
import { endVisit, visitBy } from "#db/queries/debtors.ts";
import { transact } from "#db/transact.ts";

/** Somebody inside: who they are to the use-cases, the case, and the letter they came with. */
export type Visit = {
  ctx: Ctx;
  kase: CaseRow;
  letter: ContactMessage;
  language: TemplateLanguage;
  onlyReceipts: boolean;
};

/** The visit behind a cookie; null once it is over, and for a cookie that is none of ours. */
export async function doorVisit(ctx: Ctx, token: string): Promise<Visit | null> {
  const row = await visitBy(ctx.db, { tokenHash: sha256(token), now: ctx.now });
  if (!row) return null;
  const as: Ctx = { ...ctx, actor: debtorOn(row.caseId) };
  const kase = await findCase(ctx.db, as.actor, row.caseId);
  const letter = await messageOf(ctx.db, { caseId: row.caseId, id: row.letterId });
  if (!kase || !letter || !may(as.actor, "door.read", relationTo(as.actor, kase))) return null;
  const language = languageOf(letter.templateId);
  return { ctx: as, kase, letter, language, onlyReceipts: row.onlyReceipts };
}

/** Closes the door behind a visitor: on a borrowed phone nobody goes back in. */
export async function leaveDoor(ctx: Ctx, token: string): Promise<void> {
  await transact<null, never>(ctx, async (tx) => {
    await endVisit(tx, sha256(token), ctx.now);
    return ok(null);
  });
}

/** What a debtor was shown, and for what: it is their own, and the log of sights says so. */
export type Sight = "claim" | "history" | "document" | "receipt" | "payments" | "paper" | "export";

/** Keeps that a debtor's data was seen by way of the door. */
export async function keepSight({ ctx, kase, letter }: Visit, sight: Sight): Promise<void> {
  await transact<null, never>(ctx, async (tx) => {
    await insertAudit(tx, ctx, {
      operation: "door.seen",
      subjectKind: "case",
      subjectId: kase.caseId,
      details: { purpose: "debtor-access", sight, letterId: letter.id },
    });
    return ok(null);
  });
}
