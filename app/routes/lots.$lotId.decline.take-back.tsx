import type { ActionFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard.ts";
import { takeBackIn } from "#app/http/round-acts.server.ts";

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const { lotId = "" } = args.params;
  return takeBackIn(ctx, args, { caseId: lotId, at: `/lots/${lotId}` });
}
