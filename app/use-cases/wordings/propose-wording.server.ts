import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { Reason } from "#app/domain/accounts/fields.ts";
import { nextVersion, type WordingFlaw, wordingFlaw } from "#app/domain/contact/wording.ts";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { plainText } from "#app/domain/timeline/step-forms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { membersOf } from "#db/queries/organizations.ts";
import { insertWording, type WordingRow } from "#db/queries/wordings.ts";
import { transact } from "#db/transact.ts";
import { standingTemplate, wordingAudit, wordingPath } from "./standing-template.server.ts";

/** A browser ends lines with two signs. */
const words = plainText(5_000)
  .transform((text) => text.replaceAll("\r\n", "\n"))
  .optional();

/** `passage.3` is the fourth passage; one left empty is left out of the letter. */
export const ProposeWording = z.object({
  templateId: z.string("error.invalid").max(80, "error.invalid"),
  /** The version the page showed. */
  base: z.coerce.number("error.invalid").int("error.invalid"),
  subject: plainText(200).optional(),
  passage: z.record(z.string().regex(/^\d{1,2}$/), words).default({}),
  reason: Reason,
});

export type ProposeRefusal =
  | { kind: "not-allowed" }
  | { kind: "no-such-template" }
  /** Another version stands by now, or another wording of it waits. */
  | { kind: "overtaken" }
  | { kind: "flaw"; flaw: WordingFlaw };

/** Writes other words down for a second administrator to decide. Nothing is written from them yet. */
export const proposeWording = (
  ctx: Ctx,
  input: z.output<typeof ProposeWording>,
): Promise<Result<null, ProposeRefusal>> =>
  transact<null, ProposeRefusal>(ctx, async (tx) => {
    const { userId } = ctx.actor;
    if (!userId || !may(ctx.actor, "law.propose", "none")) return err({ kind: "not-allowed" });
    const template = await standingTemplate(tx, input.templateId);
    if (!template) return err({ kind: "no-such-template" });
    if (template.version !== input.base) return err({ kind: "overtaken" });
    const typed = {
      subject: input.subject ?? "",
      passages: template.passages.map((_, at) => input.passage[at] ?? ""),
    };
    const flaw = wordingFlaw(template, typed);
    if (flaw) return err({ kind: "flaw", flaw });
    const row: WordingRow = {
      ...{
        id: newId(ctx.now),
        templateId: template.id,
        base: template.version,
        version: nextVersion(template.version),
      },
      ...{ words: typed, reason: input.reason, status: "proposed", proposedBy: userId, proposedAt: ctx.now },
      ...{ decidedBy: null, decidedAt: null, decisionNote: null },
    };
    if (!(await insertWording(tx, row))) return err({ kind: "overtaken" });
    await insertAudit(tx, ctx, wordingAudit("wording.proposed", row));
    await tellOthers(tx, ctx, row);
    return ok(null);
  });

async function tellOthers(tx: Tx, ctx: Ctx, { templateId }: WordingRow) {
  const admins = await membersOf(tx, ctx.actor.orgId ?? "");
  await notify(tx, ctx, {
    userIds: admins.map((each) => each.userId).filter((each) => each !== ctx.actor.userId),
    kind: "wording_proposed",
    values: { nameKey: `contact.template.${templateId}` },
    href: wordingPath(templateId),
  });
}
