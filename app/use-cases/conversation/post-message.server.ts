import { dueAt, remindAt } from "#app/domain/conversation/due.ts";
import { segmentsOf } from "#app/domain/conversation/mentions.ts";
import type { PostMessageInput } from "#app/domain/conversation/message.ts";
import { newId } from "#app/domain/ids.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { consume, type TooMany } from "#app/gateways/rate-limits.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sealOf } from "#app/use-cases/debtor.server.ts";
import { enterEvidence } from "#app/use-cases/evidence/enter-evidence.server.ts";
import type { EvidenceRefusal } from "#app/use-cases/evidence/keep-evidence.server.ts";
import {
  type KeptFile,
  keepDocument,
  readUpload,
  type UploadRefusal,
} from "#app/use-cases/keep-document.server.ts";
import type { NotLawful } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import {
  engagementInForce,
  hasLogEntry,
  insertMessage,
  type MessageRow,
  markDone,
  messageFor,
  messageSentBy,
  nextPlace,
  peopleOf,
} from "#db/queries/conversation.ts";
import { transact } from "#db/transact.ts";
import { isOpen, partyOf } from "./party.server.ts";
import { tellOfMessage } from "./tell-of-message.server.ts";

export type PostRefusal =
  | { kind: "case-not-found" }
  | { kind: "case-closed" }
  | { kind: "nobody-engaged" }
  | { kind: "no-such-message" }
  | { kind: "no-such-entry" }
  | { kind: "due-invalid" }
  | EvidenceRefusal
  | UploadRefusal
  | NotLawful
  | TooMany;

type Files = { documentId: string; evidenceId: string | null }[];

/**
 * Writes a message to the other side of a case. It is a task of theirs where an answer is asked for by a time, and answering is what
 * settles it. `zone` is where its writer reads a date. The same form sent again is the message it made the first time.
 */
export async function postMessage(
  ctx: Ctx,
  input: PostMessageInput & { zone: string },
): Promise<Result<{ messageId: string }, PostRefusal>> {
  const allowed = await consume(ctx.db, "message", ctx.actor.userId ?? "nobody");
  if (!allowed.ok) return allowed;
  const uploads = await readAll(ctx, input.file);
  if (!uploads.ok) return uploads;
  return transact<{ messageId: string }, PostRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const party = kase && partyOf(ctx, "message.post", kase);
    if (!party) return err({ kind: "case-not-found" });
    const formHash = hashOf(input, uploads.value);
    const sent = await messageSentBy(tx, { caseId: kase.caseId, authorUserId: party.userId, formHash });
    if (sent) return ok({ messageId: sent.id });
    if (!isOpen(kase)) return err({ kind: "case-closed" });
    const engagement = await engagementInForce(tx, kase);
    if (!engagement) return err({ kind: "nobody-engaged" });
    const due = dueAt(input.due, { on: input.dueOn, zone: input.zone, now: ctx.now });
    if (due === "invalid") return err({ kind: "due-invalid" });
    if (input.about && !(await hasLogEntry(tx, kase.caseId, input.about)))
      return err({ kind: "no-such-entry" });
    const answered = await answerOf(tx, ctx, kase, input.replyTo);
    if (!answered.ok) return answered;

    const files = await keepAll(tx, ctx, kase, { uploads: uploads.value, as: input.evidence });
    if (!files.ok) return files;
    const people = await peopleOf(tx, [kase.creditorOrgId, engagement.collectorOrgId]);
    const seal = await sealOf(tx, ctx, kase.caseId);
    const id = newId(ctx.now);
    const message = {
      ...{ caseId: kase.caseId, id },
      seq: await nextPlace(tx, kase.caseId),
      engagementId: engagement.id,
      creditorOrgId: kase.creditorOrgId,
      collectorOrgId: engagement.collectorOrgId,
      authorUserId: party.userId,
      authorOrgId: party.orgId,
      body: seal(wordPlaces.message(id), input.body),
      replyToId: answered.value?.id ?? null,
      aboutSeq: input.about ?? null,
      dueAt: due,
      remindAt: due && remindAt(due, ctx.now),
      createdAt: ctx.now,
      formHash,
    };
    const mentions = segmentsOf(input.body, people).userIds.filter((userId) => userId !== party.userId);
    await insertMessage(tx, message, { mentions, files: files.value });
    await tellOfMessage(tx, ctx, { message, code: kase.code, people, mentions });
    return ok({ messageId: message.id });
  });
}

/** Everything the form carried, so that one changed after a step back is another message. */
const hashOf = (input: PostMessageInput, uploads: readonly KeptFile[]) =>
  sha256(
    JSON.stringify([
      ...[input.key, input.body, input.replyTo, input.about, input.due, input.dueOn, input.evidence],
      uploads.map(({ bytes, fileName }) => [fileName, sha256(bytes)]),
    ]),
  );

async function readAll(ctx: Ctx, files: readonly File[]): Promise<Result<KeptFile[], UploadRefusal>> {
  const read: KeptFile[] = [];
  for (const file of files) {
    const upload = await readUpload(ctx, file);
    if (!upload.ok) return upload;
    read.push(upload.value);
  }
  return ok(read);
}

type Attached = { uploads: readonly KeptFile[]; as: PostMessageInput["evidence"] };

async function keepAll(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { uploads, as }: Attached,
): Promise<Result<Files, EvidenceRefusal | NotLawful>> {
  const kept: Files = [];
  for (const file of uploads) {
    if (!as) {
      kept.push({
        documentId: (await keepDocument(tx, ctx, { file, caseId: kase.caseId })).id,
        evidenceId: null,
      });
      continue;
    }
    const entered = await enterEvidence(tx, ctx, kase, { kind: as, title: file.fileName, file });
    if (!entered.ok) return entered;
    kept.push({ documentId: entered.value.documentId, evidenceId: entered.value.id });
  }
  return ok(kept);
}

/** The message this one answers, of the same engagement's two sides; the other side's task is settled by it. */
async function answerOf(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  replyTo: string | undefined,
): Promise<Result<MessageRow | null, { kind: "no-such-message" }>> {
  if (!replyTo) return ok(null);
  const found = await messageFor(tx, ctx.actor, { caseId: kase.caseId, id: replyTo });
  if (found?.collectorOrgId !== kase.collectorOrgId) return err({ kind: "no-such-message" });
  const theirs = found.authorOrgId !== ctx.actor.orgId && ctx.actor.userId;
  if (theirs) await markDone(tx, found, { by: theirs, at: ctx.now });
  return ok(found);
}
