import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { inForce } from "#app/domain/cases/evidence.ts";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import type { NotLawful } from "#app/use-cases/record-event.server.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";
import { AddEvidence } from "./add-draft-evidence.server.ts";
import { enterEvidence } from "./enter-evidence.server.ts";
import type { EvidenceRefusal } from "./keep-evidence.server.ts";

export type AddEvidenceRefusal =
  | { kind: "case-not-found" }
  | { kind: "case-closed" }
  | { kind: "not-replaceable" }
  | EvidenceRefusal
  | UploadRefusal
  | NotLawful;

export const AddCaseEvidence = AddEvidence.extend({ replaces: z.uuid().optional() });

/** Adds a document to a posted case, by its creditor or its engaged collector: new, or a newer version of one. The log says so at once. */
export async function addEvidence(
  ctx: Ctx,
  { caseId, kind, title, file, replaces }: z.infer<typeof AddCaseEvidence>,
): Promise<Result<null, AddEvidenceRefusal>> {
  const upload = await readUpload(ctx, file);
  if (!upload.ok) return upload;
  return transact<null, AddEvidenceRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    const allowed = kase && may(ctx.actor, "evidence.add", relationTo(ctx.actor, kase));
    if (!allowed || !mayKnowDebtor(ctx.actor, kase)) return err({ kind: "case-not-found" });
    if (kase.status === "closed" || kase.status === "refused") return err({ kind: "case-closed" });

    const isCurrent = ({ id }: { id: string }) => id === replaces;
    if (replaces && !inForce(await evidenceOf(tx, ctx, caseId)).some(isCurrent))
      return err({ kind: "not-replaceable" });
    const entered = await enterEvidence(tx, ctx, kase, {
      kind,
      title: title || upload.value.fileName,
      file: upload.value,
      replaces,
    });
    return entered.ok ? ok(null) : entered;
  });
}
