import { may } from "#app/domain/accounts/access.ts";
import { reportBehind } from "#app/domain/debtors/conduct.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { ok } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openAbout } from "#app/use-cases/debtor.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { notesOf } from "#app/use-cases/log-notes.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { conductRecordOf, conductReport, conductReportsOn } from "#db/queries/conduct.ts";
import { statementsOn } from "#db/queries/debtors.ts";
import { transact } from "#db/transact.ts";

/** A report with the debtor's own words, as often as they said it; that it was read, and what for, is kept. */
export async function readConduct(ctx: Ctx, key: { caseId: string; id: string }) {
  if (!may(ctx.actor, "conduct.review", "none")) return null;
  const found = await conductReport(ctx.db, key);
  if (!found) return null;
  const { report, firm, code } = found;
  await keepReading(ctx, key);
  return {
    ...{ code, firm, reason: report.reason, severe: report.severe },
    ...{
      verdict: report.verdict,
      reasons: await openAbout(ctx.db, ctx, {
        ...key,
        place: wordPlaces.conduct(key.id),
        sealed: report.reasons,
      }),
    },
    reportedAt: report.reportedAt.toISOString(),
    dueAt: report.dueAt.toISOString(),
    said: await saidIn(ctx, key),
    record: await conductRecordOf(ctx.db, report.againstOrgId),
  };
}

/** Every statement that came to this report, the first one first. */
async function saidIn(ctx: Ctx, { caseId, id }: { caseId: string; id: string }) {
  const { db } = ctx;
  const [said, reports, notes, evidence] = await Promise.all([
    statementsOn(db, caseId),
    conductReportsOn(db, caseId),
    notesOf(db, ctx, caseId),
    evidenceOf(db, ctx, caseId),
  ]);
  return said
    .filter((each) => reportBehind(reports, each)?.id === id)
    .toReversed()
    .map((each) => {
      const paper = evidence.find((item) => item.id === each.evidenceId);
      return {
        at: each.saidAt.toISOString(),
        words: notes.get(each.eventSeq) ?? null,
        paper: paper ? { documentId: paper.documentId, title: paper.title } : null,
      };
    });
}

const keepReading = (ctx: Ctx, { caseId, id: reportId }: { caseId: string; id: string }) =>
  transact<null, never>(ctx, async (tx) => {
    await insertAudit(tx, ctx, {
      operation: "conduct.seen",
      subjectKind: "case",
      subjectId: caseId,
      details: { purpose: "conduct-review", reportId },
    });
    return ok(null);
  });
