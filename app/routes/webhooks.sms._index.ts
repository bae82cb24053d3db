import type { ActionFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard.ts";
import { receivedText } from "#app/http/received-text.server.ts";

/** Where the provider of text messages tells us that a debtor answered. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  return receivedText(ctx, args.request, null);
}
