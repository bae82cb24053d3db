import { Typed } from "#app/domain/contact/forms.ts";
import type { Template } from "#app/domain/contact/templates/template.ts";
import { templateOf } from "#app/domain/contact/templates.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import type { ContactMessage } from "#db/queries/contact.ts";
import { templateBook } from "#db/queries/wordings.ts";
import { collectorNow } from "./collector-now.server.ts";
import { type ContactScene, contactScene } from "./contact-scene.server.ts";
import { addressFields } from "./debtor-address.server.ts";

/** Why a message may not go out at this moment: a word `contact.why.*`, with what the law found where it is the law. */
export type Kept = { why: string; findings?: Finding[]; earliest?: string | null };

type Ready = { as: Ctx; template: Template; scene: ContactScene };

/**
 * A message as it would go out now, by whoever asked for it as they stand now; or why it may not. `uncounted` is the event of the log by which a
 * letter was counted that nobody has posted yet: it is decided as if it had never been.
 */
export async function messageNow(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow,
  message: ContactMessage,
  uncounted?: number,
): Promise<Result<Ready, Kept>> {
  const sender = await collectorNow(reader, kase, { userId: message.askedBy, orgId: message.askedByOrgId });
  if (!sender) return err({ why: "mandate-ended" });
  const as: Ctx = { ...ctx, actor: sender };
  const template = templateOf(await templateBook(reader), message.templateId, message.templateVersion);
  if (!template) return err({ why: "template-gone" });
  const typed = Typed.parse(JSON.parse(ctx.secrets.unseal("contact-typed", message.typed)));
  const sight = byMachine({ caseId: kase.caseId, fields: addressFields });
  const scene = await contactScene(reader, as, kase, { id: message.id, template, typed, uncounted, sight });
  if (!scene.ok) return err({ why: scene.error.kind });
  const why = changedSince(message, scene.value);
  if (why) return err({ why });
  const { decision } = scene.value;
  if (decision.allowed) return ok({ as, template, scene: scene.value });
  return err({ why: "not-lawful", findings: decision.findings, earliest: decision.earliest });
}

/** Why the letter is not the one that was asked for any more. */
function changedSince(message: ContactMessage, { letter, figures, addressKey }: ContactScene): string | null {
  if (addressKey !== message.addressKey) return "address-changed";
  if (String(figures.owed) !== message.owed) return "amount-changed";
  return letter.missing.length > 0 ? "letter-incomplete" : null;
}
