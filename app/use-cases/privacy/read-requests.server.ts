import { may } from "#app/domain/accounts/access.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import { ok } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findCase } from "#db/queries/cases.ts";
import { dataRequest, requestsWaiting } from "#db/queries/data-requests.ts";
import { transact } from "#db/transact.ts";
import { openRequestWords } from "./request-words.server.ts";

const pageSize = 25;

/** Debtors' requests about their data that wait for an administrator, the most pressing first. Names no debtor. */
export async function requestQueue(ctx: Ctx, after: PageKey | null) {
  if (!may(ctx.actor, "erasure.decide", "none")) return null;
  const rows = await requestsWaiting(ctx.db, { after, limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page.map(({ dueAt, no, code, ...row }) => ({
      ...row,
      number: `${code}/${no}`,
      isLate: dueAt <= ctx.now,
    })),
    next: rows.length > pageSize && last ? { at: last.dueAt, id: last.id } : null,
  };
}

/** One of them with its words; that they were read, and what for, is kept. */
export async function readRequest(ctx: Ctx, key: { caseId: string; id: string }) {
  if (!may(ctx.actor, "erasure.decide", "none")) return null;
  const kase = await findCase(ctx.db, ctx.actor, key.caseId);
  const request = kase && (await dataRequest(ctx.db, key));
  if (!kase || !request) return null;
  await transact<null, never>(ctx, async (tx) => {
    await insertAudit(tx, ctx, {
      ...{ operation: "data_request.seen", subjectKind: "case", subjectId: key.caseId },
      details: { purpose: "subject_request", no: request.no },
    });
    return ok(null);
  });
  const { caseId, id, kind, askedAt, dueOn, dueAt, answer, answeredAt } = request;
  return {
    ...{ caseId, id, kind, dueOn, answer, isLate: answer === null && dueAt <= ctx.now },
    number: `${kase.code}/${request.no}`,
    askedAt: askedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    ...(await openRequestWords(ctx.db, ctx, request)),
  };
}
