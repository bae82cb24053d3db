import { newId } from "#app/domain/ids.ts";
import { type AcceptedMediaType, maxUploadBytes, mediaTypes } from "#app/domain/media-types.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { consume, type TooMany } from "#app/gateways/rate-limits.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { sniff } from "#app/gateways/sniff.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sealAbout } from "#app/use-cases/debtor.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { documents } from "#db/schema/documents.ts";
import { transact } from "#db/transact.ts";

export type KeptFile = { bytes: Uint8Array; mediaType: AcceptedMediaType; fileName: string };
export type UploadRefusal =
  | { kind: "file-empty" }
  | { kind: "file-too-large" }
  | { kind: "file-type" }
  | { kind: "file-infected" }
  | { kind: "file-unchecked" }
  | TooMany;

const claimedTypes: Record<AcceptedMediaType, RegExp> = {
  [mediaTypes.pdf]: /\.pdf$/i,
  [mediaTypes.png]: /\.png$/i,
  [mediaTypes.jpeg]: /\.jpe?g$/i,
  [mediaTypes.webp]: /\.webp$/i,
  [mediaTypes.text]: /\.(txt|csv|md|log)$/i,
  // A message that somebody copied into a text file is one too.
  [mediaTypes.mail]: /\.(eml|txt|md|log)$/i,
  [mediaTypes.word]: /\.docx$/i,
};

/** Reads an upload and checks that its bytes are what its name says, before any transaction begins. */
export async function readUpload(ctx: Ctx, file: File): Promise<Result<KeptFile, UploadRefusal>> {
  if (file.size === 0) return err({ kind: "file-empty" });
  if (file.size > maxUploadBytes) return err({ kind: "file-too-large" });
  const allowed = await consume(ctx.db, "upload", ctx.actor.userId ?? ctx.actor.caseId ?? "nobody");
  if (!allowed.ok) return allowed;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = await sniff(bytes);
  if (!mediaType || !claimedTypes[mediaType].test(file.name)) return err({ kind: "file-type" });
  const scanned = await scan(ctx, bytes);
  return scanned.ok ? ok({ bytes, mediaType, fileName: plainFileName(file.name) }) : scanned;
}

/** Where malware is looked for, what was not found clean is not kept; a find is recorded by its hash, without a name. */
async function scan(ctx: Ctx, bytes: Uint8Array): Promise<Result<null, UploadRefusal>> {
  const result = (await ctx.scanner?.(bytes)) ?? { kind: "clean" };
  if (result.kind === "clean") return ok(null);
  if (result.kind === "unchecked") return err({ kind: "file-unchecked" });
  await transact<null, never>(ctx, async (tx) => {
    await insertAudit(tx, ctx, {
      operation: "upload.infected",
      subjectKind: "upload",
      subjectId: sha256(bytes),
      details: { found: result.name, sizeBytes: bytes.length },
    });
    return ok(null);
  });
  return err({ kind: "file-infected" });
}

/** The last part of the name, without control characters or path signs, at most 120 characters. */
const plainFileName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? "file").replace(/[\p{Cc}"<>|:*?]/gu, "_").slice(-120);

/** Stores the bytes and writes the document's row in the caller's transaction; `caseId` is null for what belongs to no case. */
export async function keepDocument(
  tx: Tx,
  ctx: Ctx,
  { file, caseId }: { file: KeptFile; caseId: string | null },
): Promise<{ id: string; sha256: string }> {
  const { sha256 } = await ctx.documents.put(tx, file.bytes, ctx.now);
  const id = newId(ctx.now);
  const place = wordPlaces.fileName(id);
  await tx.insert(documents).values({
    id,
    orgId: ctx.actor.orgId,
    sha256,
    sizeBytes: file.bytes.byteLength,
    mediaType: file.mediaType,
    caseId,
    fileName: caseId ? null : file.fileName,
    sealedName: caseId ? await sealAbout(tx, ctx, { caseId, place }, file.fileName) : null,
    uploadedBy: ctx.actor.userId,
    uploadedAt: ctx.now,
  });
  return { id, sha256 };
}
