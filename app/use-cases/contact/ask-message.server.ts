import { may } from "#app/domain/accounts/access.ts";
import { typedFor, unfilled, type WriteMessage } from "#app/domain/contact/forms.ts";
import { mostSegments, segmentsOf } from "#app/domain/contact/segments.ts";
import type { Template, TypedField } from "#app/domain/contact/templates/template.ts";
import { idOfDigest } from "#app/domain/ids.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepRefused } from "#app/use-cases/keep-refused.server.ts";
import { byMachine, withPurpose } from "#app/use-cases/sights.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { insertMessage } from "#db/queries/contact.ts";
import { caseTemplates } from "#db/queries/wordings.ts";
import { transact } from "#db/transact.ts";
import { contactScene, type NoChannel } from "./contact-scene.server.ts";
import { addressFields, fieldsIn } from "./debtor-address.server.ts";
import { issueCode } from "./letter-code.server.ts";

export type AskRefusal =
  | { kind: "case-not-found" }
  | { kind: "not-engaged" }
  /** No such template for this case's law, or a newer version has come since the page was made. */
  | { kind: "template-gone" }
  | { kind: "field-needed"; fields: TypedField[] }
  | { kind: "letter-incomplete"; missing: readonly string[] }
  | { kind: "nothing-owed" }
  | { kind: "text-too-long" }
  | NoChannel
  | TooMany;

/** Asked for, or refused by the law with its reasons. */
export type AskOutcome = { asked: true; dueAt: Date } | { asked: false; decision: Decision };

/** The template a case's law has under this name, in the version the page showed. */
async function templateFor(
  tx: Tx,
  kase: Pick<CaseRow, "packId">,
  { template, version }: Pick<WriteMessage, "template" | "version">,
): Promise<Template | null> {
  const known = await caseTemplates(tx, kase);
  return known.find((each) => each.id === template && each.version === version) ?? null;
}

/** One message a form and what it carried. */
export const messageIdOf = (asked: Omit<WriteMessage, "when">): string =>
  idOfDigest(sha256(canonicalJson(asked)));

/**
 * Asks for a message to the debtor: the first of its two decisions. What the law allows waits for the worker, which asks again at the
 * moment of sending; what it refuses is kept as a blocked attempt, unless it was asked for the first lawful moment and there is one.
 */
export function askMessage(ctx: Ctx, input: WriteMessage): Promise<Result<AskOutcome, AskRefusal>> {
  return transact<AskOutcome, AskRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const { userId, orgId } = ctx.actor;
    if (!kase || !userId || !orgId || !may(ctx.actor, "contact.write", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (kase.status !== "engaged" || kase.collectorOrgId !== orgId) return err({ kind: "not-engaged" });
    const template = await templateFor(tx, kase, input);
    if (!template) return err({ kind: "template-gone" });
    const typed = typedFor(template, input);
    const fields = unfilled(template, typed);
    if (fields.length > 0) return err({ kind: "field-needed", fields });

    const { when, ...asked } = input;
    const id = messageIdOf(asked);
    const { caseId } = kase;
    await withPurpose(tx, ctx, { caseId, fields: fieldsIn[template.channel], purpose: "message" });
    const sight = byMachine({ caseId, fields: addressFields });
    const scene = await contactScene(tx, ctx, kase, { id, template, typed, sight });
    if (!scene.ok) return scene;
    const { letter, figures, decision } = scene.value;
    if (letter.missing.length > 0) return err({ kind: "letter-incomplete", missing: letter.missing });
    if (template.channel === "sms" && segmentsOf(letter.body).segments > mostSegments)
      return err({ kind: "text-too-long" });
    if (figures.owed <= 0) return err({ kind: "nothing-owed" });
    const dueAt = dueFrom(decision, when, ctx.now);
    if (!dueAt) {
      const kept = await keepRefused(tx, ctx, kase, scene.value);
      return kept.ok ? ok({ asked: false, decision: kept.value }) : kept;
    }
    await insertMessage(tx, {
      ...{ caseId: kase.caseId, id, stepType: template.step, channel: template.channel },
      ...{ templateId: template.id, templateVersion: template.version },
      addressKey: scene.value.addressKey,
      typed: ctx.secrets.seal("contact-typed", JSON.stringify(typed)),
      owed: String(figures.owed),
      ...{ askedBy: userId, askedByOrgId: orgId, askedAt: ctx.now },
      ...{ status: "waiting", dueAt },
    });
    await issueCode(tx, ctx, { caseId: kase.caseId, id });
    return ok({ asked: true, dueAt });
  });
}

/** When it is first tried; null where the law refuses it, or time alone does not heal it. */
function dueFrom({ allowed, earliest }: Decision, when: WriteMessage["when"], now: Date): Date | null {
  if (allowed) return now;
  return when === "lawful" && earliest ? new Date(earliest) : null;
}
