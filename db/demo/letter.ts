import { system } from "#app/domain/accounts/actor.ts";
import type { WriteMessage } from "#app/domain/contact/forms.ts";
import { newId } from "#app/domain/ids.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { askMessage } from "#app/use-cases/contact/ask-message.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { verifyChannel } from "#app/use-cases/contact/verify-channel.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import type { Player } from "./cast.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

/** The collector says how it knows the debtor's address and number, and writes to both through the gate. Nothing of a demo leaves the house. */
export async function writeToDebtor(stage: Stage, lawyer: Player, caseId: string): Promise<void> {
  const ctx = await ctxOf(stage, lawyer.actor);
  const [contract] = await evidenceOf(ctx.db, ctx, caseId);
  const known = { caseId, employerAddress: "no", evidenceId: contract.id } as const;
  value(await verifyChannel(ctx, { ...known, channel: "email", basis: "consumer_used" }));
  const checkedOn = dateIn("UTC", new Date(ctx.now.getTime() - 86_400_000));
  value(await verifyChannel(ctx, { ...known, channel: "sms", basis: "debtor_gave", checkedOn }));
  await ask(ctx, {
    ...{ caseId, template: "us.message" },
    passage:
      "Thank you for the call today. As promised, the signed delivery note can be sent to you on request, and a payment in two or three parts can be agreed with us.",
  });
  await ask(ctx, { caseId, template: "us.sms.written" });
  const worker = { ...(await ctxOf(stage, system)), mailServer: null, smsProvider: null };
  while (value(await sendMessages(worker)) > 0);
}

async function ask(ctx: Ctx, message: Pick<WriteMessage, "caseId" | "template" | "passage">): Promise<void> {
  const asked = value(await askMessage(ctx, { ...message, version: 1, key: newId(ctx.now), when: "now" }));
  if (!asked.asked)
    throw new Error(`The demo's message was refused: ${JSON.stringify(asked.decision.findings)}`);
}
