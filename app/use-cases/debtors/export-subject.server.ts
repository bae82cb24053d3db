import type { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { personalFields } from "#app/domain/cases/personal.ts";
import type { ExportForm, ExportSubject, SubjectExport } from "#app/domain/debtors/subject-export.ts";
import { isId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { engagementPdf } from "#app/gateways/engagement-pdf.server.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { DoorLanguage } from "#app/messages/door/languages.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { limit } from "#app/use-cases/limit.server.ts";
import { ownSight, sightFor } from "#app/use-cases/sights.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findCase } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";
import { keepSight, type Visit } from "./door-visit.server.ts";
import { exportText } from "./export-text.ts";
import { gatherExport } from "./gather-export.server.ts";

/** Everything kept about the visitor, to read or to take along. Each is a sight, and so many a day. */
export async function exportAtDoor(visit: Visit): Promise<Result<SubjectExport, TooMany>> {
  const allowed = await limit(visit.ctx, "doorExport", [visit.kase.caseId]);
  if (!allowed.ok) return allowed;
  await keepSight(visit, "export");
  const sight = ownSight(visit.ctx, { caseId: visit.kase.caseId, fields: personalFields });
  return ok(await gatherExport(visit, sight));
}

export type ExportRefusal = { kind: "case-not-found" } | TooMany;

/** The same for an administrator who answers a request: that it was taken, why and on which request is written first. */
export async function exportOnRequest(
  ctx: Ctx,
  { caseId, reason, request }: z.infer<typeof ExportSubject>,
): Promise<Result<SubjectExport, ExportRefusal>> {
  const kase = may(ctx.actor, "subject.export", "none") ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase) return err({ kind: "case-not-found" });
  const allowed = await limit(ctx, "subjectExport", [ctx.actor.userId ?? ""]);
  if (!allowed.ok) return allowed;
  await transact<null, never>(ctx, async (tx) => {
    await insertAudit(tx, ctx, {
      ...{ operation: "debtor.exported", subjectKind: "case", subjectId: caseId },
      details: { purpose: reason, request },
    });
    return ok(null);
  });
  const sight = await sightFor(ctx, { caseId, fields: personalFields, purpose: reason });
  return ok(await gatherExport({ ctx, kase }, sight));
}

/** The case that an export is asked for; nothing of its debtor. */
export async function caseToExport(ctx: Ctx, caseId: string) {
  const allowed = may(ctx.actor, "subject.export", "none");
  const kase = allowed && isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  return kase && { caseId, code: kase.code };
}

/** The bytes of an export: to print, or for a program. */
export async function exportFile(
  found: SubjectExport,
  { form, language }: { form: ExportForm; language: DoorLanguage },
) {
  const fileName = `data-${found.case}.${form}`;
  if (form === "json") return { form, fileName, text: `${JSON.stringify(found, null, 2)}\n` } as const;
  const texts = [{ language, ...exportText(found, language) }];
  const drawn = { name: texts[0].title, code: found.case, drawnUpAt: new Date(found.madeAt), texts };
  return { form, fileName, bytes: await engagementPdf(drawn) } as const;
}
