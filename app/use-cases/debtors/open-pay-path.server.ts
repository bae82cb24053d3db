import { payPath } from "#app/use-cases/pay-link.server.ts";
import { openPayments } from "#db/queries/payments.ts";
import type { Visit } from "./door-visit.server.ts";

/** The page to pay at that lies open on the visitor's case, if there is one. */
export async function openPayPath({ ctx, kase }: Visit): Promise<string | null> {
  const [open] = await openPayments(ctx.db, kase.caseId, "recovery");
  return open ? payPath(ctx.secrets, open) : null;
}
