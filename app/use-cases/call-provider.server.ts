import { newId } from "#app/domain/ids.ts";
import type { CallOperation } from "#app/domain/payments/calls.ts";
import type { Tx } from "#db/client.ts";
import { insertCall } from "#db/queries/provider-work.ts";
import type { Ctx } from "./ctx.ts";

/** What is asked of the provider, on whose account, and what the answer is for. */
export type Call = {
  operation: CallOperation;
  accountId: string | null;
  request: Record<string, unknown>;
  orgId: string;
  payment?: { caseId: string; id: string };
};

/** Writes a call in the transaction that causes it; the worker makes it. What is rolled back is never asked. */
export async function callProvider(tx: Tx, ctx: Pick<Ctx, "now">, call: Call): Promise<string> {
  const id = newId(ctx.now);
  await insertCall(tx, {
    id,
    operation: call.operation,
    accountId: call.accountId,
    request: call.request,
    orgId: call.orgId,
    caseId: call.payment?.caseId ?? null,
    paymentId: call.payment?.id ?? null,
    state: "waiting",
    attempts: 0,
    nextTryAt: ctx.now,
    lastError: null,
    answerId: null,
    createdAt: ctx.now,
    endedAt: null,
    resolvedBy: null,
  });
  return id;
}
