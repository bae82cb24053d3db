import { system } from "#app/domain/accounts/actor.ts";
import type { Typed } from "#app/domain/contact/forms.ts";
import { templates } from "#app/domain/contact/templates.ts";
import { newId } from "#app/domain/ids.ts";
import { askMessage } from "#app/use-cases/contact/ask-message.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { verifyChannel } from "#app/use-cases/contact/verify-channel.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import type { Player } from "./cast.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

type DemoLetter = Typed & { caseId: string; template: string };

/** Writes to the debtor by e-mail, through the gate: the address is verified first. The letter lies in the demo, which sends nothing. */
export async function mail(
  stage: Stage,
  collector: Player,
  { caseId, template, ...typed }: DemoLetter,
): Promise<void> {
  const ctx = await ctxOf(stage, collector.actor);
  const [paper] = await evidenceOf(ctx.db, ctx, caseId);
  const version = Math.max(...templates.filter(({ id }) => id === template).map((each) => each.version));
  value(
    await verifyChannel(ctx, {
      ...{ caseId, channel: "email", basis: "consumer_used", employerAddress: "no", evidenceId: paper.id },
    }),
  );
  const key = newId(ctx.now);
  const asked = value(await askMessage(ctx, { ...typed, caseId, template, version, key, when: "now" }));
  if (!asked.asked) throw new Error(`The demo's letter is not lawful: ${JSON.stringify(asked.decision)}`);
  value(await sendMessages({ ...ctx, actor: system }));
}
