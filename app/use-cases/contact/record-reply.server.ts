import { debtorOn } from "#app/domain/accounts/actor.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notifySides } from "#app/use-cases/notify.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";

/** Records what a debtor answered by text message as their statement on a case; both sides are told. The caller holds the case. */
export async function recordReply(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { id, words }: { id: string; words: string },
): Promise<void> {
  const { caseId, code } = kase;
  const recorded = await recordEvent(tx, { ...ctx, actor: debtorOn(caseId) }, kase, {
    type: "reply",
    occurredAt: ctx.now,
    payload: { act: { direction: "in", channel: "sms" }, refs: { textReply: id } },
    note: words,
  });
  if (!recorded.ok) throw new Error("The log does not take what the debtor said");
  await notifySides(tx, ctx, kase, {
    kind: "text_answered",
    values: { case: code },
    href: `/cases/${caseId}`,
  });
}
