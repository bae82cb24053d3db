import type { ActionFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard.ts";
import { receivedText } from "#app/http/received-text.server.ts";

/** Where the provider of text messages tells us what became of one. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const { caseId = "", letterId: messageId = "" } = args.params;
  return receivedText(ctx, args.request, { caseId, messageId });
}
