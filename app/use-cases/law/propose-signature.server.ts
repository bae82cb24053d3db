import { z } from "zod";
import { PersonName, Reason } from "#app/domain/accounts/fields.ts";
import { civilDay } from "#app/domain/law/book/proposal-fields.ts";
import { packIds } from "#app/domain/law/pack.ts";
import type { Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepDocument, readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import {
  type ProposalRefusal,
  type Proposed,
  proposeLawChange,
} from "#app/use-cases/propose-law-change.server.ts";
import { transact } from "#db/transact.ts";

/** Counsel's signature under a version of a pack, with the paper that bears it. */
export const ProposeSignature = z.object({
  packId: z.enum(packIds, "error.choose"),
  version: z.string().max(40),
  signedOffBy: PersonName,
  signedOffOn: civilDay,
  reviewBy: civilDay,
  proof: z.instanceof(File, { message: "error.file_missing" }),
  reason: Reason,
});

export type SignatureRefusal = ProposalRefusal | UploadRefusal;

/** Enters counsel's signature for another administrator to approve; the pack runs in production from then on. */
export async function proposeSignature(
  ctx: Ctx,
  input: z.infer<typeof ProposeSignature>,
): Promise<Result<Proposed, SignatureRefusal>> {
  const file = await readUpload(ctx, input.proof);
  if (!file.ok) return file;
  return transact<Proposed, SignatureRefusal>(ctx, async (tx) => {
    const { id: documentId, sha256: documentHash } = await keepDocument(tx, ctx, {
      file: file.value,
      caseId: null,
    });
    const { packId, version, signedOffBy, signedOffOn, reviewBy, reason } = input;
    return proposeLawChange(tx, ctx, {
      packId,
      kind: "signature",
      subject: packId,
      body: { version, signedOffBy, signedOffOn, reviewBy, documentId, documentHash },
      citation: signedOffBy,
      url: null,
      reason,
      effectiveOn: signedOffOn,
    });
  });
}
