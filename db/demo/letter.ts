import { system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { askMessage } from "#app/use-cases/contact/ask-message.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { verifyChannel } from "#app/use-cases/contact/verify-channel.server.ts";
import { evidenceOf } from "#db/queries/evidence.ts";
import type { Player } from "./cast.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

/** The collector says how it knows the debtor's address and writes to it through the gate. A demo's letter never leaves the house. */
export async function writeToDebtor(stage: Stage, lawyer: Player, caseId: string): Promise<void> {
  const ctx = await ctxOf(stage, lawyer.actor);
  const [contract] = await evidenceOf(ctx.db, caseId);
  const known = {
    channel: "email",
    basis: "consumer_used",
    employerAddress: "no",
    evidenceId: contract.id,
  } as const;
  value(await verifyChannel(ctx, { caseId, ...known }));
  const asked = value(
    await askMessage(ctx, {
      ...{ caseId, template: "us.message", version: 1, key: newId(ctx.now), when: "now" },
      passage:
        "Thank you for the call today. As promised, the signed delivery note can be sent to you on request, and a payment in two or three parts can be agreed with us.",
    }),
  );
  if (!asked.asked)
    throw new Error(`The demo's letter was refused: ${JSON.stringify(asked.decision.findings)}`);
  const worker = { ...(await ctxOf(stage, system)), mailServer: null };
  while (value(await sendMessages(worker)) > 0);
}
