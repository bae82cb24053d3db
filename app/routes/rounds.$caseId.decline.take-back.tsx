import type { ActionFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard.ts";
import { takeBackIn } from "#app/http/round-acts.server.ts";

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const { caseId = "" } = args.params;
  return takeBackIn(ctx, args, { caseId, at: `/rounds/${caseId}` });
}
