import { may, memberIn } from "#app/domain/accounts/access.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import { duesOf } from "#app/use-cases/case-dues.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type CaseRow, relationTo } from "#db/queries/cases.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { papersPage } from "#db/queries/papers.ts";

const pageSize = 20;
const mostOnCase = 200;

type Asked = { after?: PageKey | null; caseId?: string };

/** The papers of an organisation, its own and those it was sent, a page at a time; or all of those on one case. */
export async function listPapers(ctx: Ctx, { after = null, caseId }: Asked) {
  const member = memberIn(ctx.actor, "paper.read");
  if (!member) return { papers: [], next: null };
  const size = caseId ? mostOnCase : pageSize;
  const rows = await papersPage(ctx.db, ctx.actor, { after, limit: size + 1, caseId });
  const shown = rows.slice(0, size);
  const names = await organizationsById(ctx.db, [
    ...new Set(shown.flatMap(({ paper }) => [paper.issuerId, paper.recipientId])),
  ]);
  const nameOf = (id: string | null) => (id ? (names.get(id)?.name ?? "") : null);
  const mayUndo = may(ctx.actor, "paper.cancel", "member");
  const papers = shown.map(({ paper, code, undone }) => {
    const { id, kind, number, issuedOn, currency, total, issuerId, recipientId } = paper;
    const isOwn = issuerId === member.orgId;
    return {
      ...{ id, kind, number, issuedOn, currency, total: String(total), code, caseId: paper.caseId, undone },
      /** Null where the reader issued it. */
      from: isOwn ? null : nameOf(issuerId),
      /** Null where it is for the debtor. */
      to: nameOf(recipientId),
      mayCancel: kind === "invoice" && !undone && isOwn && mayUndo,
    };
  });
  const last = shown.at(-1)?.paper;
  return { papers, next: rows.length > size && last ? { at: last.issuedAt, id: last.id } : null };
}

/** A case's papers as its reader may see them, and what the reader may issue: a bill for a fee that waits for one, a letter on the balance. */
export async function papersOnCase(ctx: Ctx, kase: CaseRow) {
  const { papers } = await listPapers(ctx, { caseId: kase.caseId });
  const mayBill = may(ctx.actor, "invoice.issue", relationTo(ctx.actor, kase));
  const dues = mayBill ? await duesOf(ctx.db, ctx, kase) : [];
  const toBill = dues.some(
    ({ what, issuerId, due, billed }) => what === "fee" && issuerId === ctx.actor.orgId && due !== billed,
  );
  return { papers, toBill, mayStateBalance: may(ctx.actor, "balance.issue", relationTo(ctx.actor, kase)) };
}
