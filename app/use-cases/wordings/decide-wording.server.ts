import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { Reason } from "#app/domain/accounts/fields.ts";
import { type EyesRefusal, eyesRefusal } from "#app/domain/accounts/four-eyes.ts";
import { wordingFlaw } from "#app/domain/contact/wording.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { decideWording, lockWaitingWording, type WordingRow } from "#db/queries/wordings.ts";
import { transact } from "#db/transact.ts";
import { standingTemplate, wordingAudit, wordingPath } from "./standing-template.server.ts";

const which = { templateId: z.string("error.invalid").max(80), wordingId: z.uuid("error.invalid") };

/** `wordingId` is the one the page showed, so that nobody approves words they have not seen. */
export const DecideWording = z.discriminatedUnion("verdict", [
  z.object({ ...which, verdict: z.literal("approved") }),
  z.object({ ...which, verdict: z.literal("refused"), note: Reason }),
  z.object({ ...which, verdict: z.literal("withdrawn") }),
]);
export type DecideWording = z.infer<typeof DecideWording>;

export type DecideRefusal =
  | { kind: "not-allowed" }
  /** None waits, or another than the page showed. */
  | { kind: "gone" }
  | EyesRefusal
  /** Another version stands by now than the one it was written for. */
  | { kind: "overtaken" };

/** Decides a wording that waits: approved, it is what letters are written from at once; what was asked for under the old one stays as it was. */
export const settleWording = (ctx: Ctx, input: DecideWording): Promise<Result<null, DecideRefusal>> =>
  transact<null, DecideRefusal>(ctx, async (tx) => {
    const { userId } = ctx.actor;
    const operation = input.verdict === "withdrawn" ? "law.propose" : "law.decide";
    if (!userId || !may(ctx.actor, operation, "none")) return err({ kind: "not-allowed" });
    const row = await lockWaitingWording(tx, input.templateId);
    if (row?.id !== input.wordingId) return err({ kind: "gone" });
    const isOwn = row.proposedBy === userId;
    const eyes = eyesRefusal({ takesBack: input.verdict === "withdrawn", isOwn });
    if (eyes) return err(eyes);
    if (input.verdict === "approved" && !(await stillStands(tx, row))) return err({ kind: "overtaken" });
    const decisionNote = input.verdict === "refused" ? input.note : null;
    await decideWording(tx, row.id, {
      ...{ status: input.verdict, decidedBy: userId, decidedAt: ctx.now, decisionNote },
    });
    await insertAudit(tx, ctx, wordingAudit(`wording.${input.verdict}`, row));
    if (!isOwn) await tellAuthor(tx, ctx, { ...row, decisionNote });
    return ok(null);
  });

async function stillStands(tx: Tx, { templateId, base, words }: WordingRow): Promise<boolean> {
  const template = await standingTemplate(tx, templateId);
  return template?.version === base && wordingFlaw(template, words) === null;
}

async function tellAuthor(tx: Tx, ctx: Ctx, { templateId, proposedBy, decisionNote }: WordingRow) {
  const to = { userIds: [proposedBy], href: wordingPath(templateId) };
  const nameKey = `contact.template.${templateId}`;
  await (decisionNote === null
    ? notify(tx, ctx, { ...to, kind: "wording_approved", values: { nameKey } })
    : notify(tx, ctx, { ...to, kind: "wording_refused", values: { nameKey, reason: decisionNote } }));
}
