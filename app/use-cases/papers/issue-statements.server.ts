import { may } from "#app/domain/accounts/access.ts";
import type { StatementContent } from "#app/domain/papers/content.ts";
import { lastDayOf } from "#app/domain/papers/month.ts";
import { kindsIn, statementOf } from "#app/domain/papers/statement.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { causeKind } from "#app/messages/cause.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { issuePaper } from "#app/use-cases/issue-paper.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { closeException, openException } from "#db/queries/money-exceptions.ts";
import { organizationsById, platformOrganization } from "#db/queries/organizations.ts";
import {
  accountsAsOf,
  markStated,
  monthToState,
  setAside,
  setAsideKey,
  type ToState,
  toState,
  transfersIn,
} from "#db/queries/paper-statements.ts";
import { transact } from "#db/transact.ts";

const batch = 25;

/**
 * Issues the statements of the oldest closed month that still wants some: the platform's to every creditor whose cases moved, and each
 * collector's advice to every creditor it collected for. One that does not add up is set aside and keeps no other back; it is tried again
 * when nothing else is due. Answers how many were seen to.
 */
export const issueStatements = (ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> =>
  transact<number, { kind: "not-allowed" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "paper.keep", "none")) return err({ kind: "not-allowed" });
    const platform = await platformOrganization(tx);
    if (!platform) return ok(0);
    const due = await monthToState(tx);
    if (!due) return ok(await stateAgain(tx, ctx, platform.id));
    const period = { from: due.month, to: due.endsOn };
    const wanted = await toState(tx, { platformId: platform.id, month: due.month, period, limit: batch });
    for (const each of wanted) await issueOrSetAside(tx, ctx, { ...each, platformId: platform.id, period });
    if (wanted.length === 0) await markStated(tx, due.month, ctx.now);
    return ok(wanted.length);
  });

type Stating = ToState & { platformId: string; period: { from: string; to: string } };
type Said = Pick<StatementContent, "sums" | "cases">;

/** Tries what was set aside again, and takes off the desk what adds up by now. Answers how many do. */
async function stateAgain(tx: Tx, ctx: Ctx, platformId: string): Promise<number> {
  let issued = 0;
  for (const { key, issuerId, month, creditorId, currency } of await setAside(tx, batch)) {
    const collectorId = issuerId === platformId ? null : issuerId;
    const period = { from: month, to: lastDayOf(month) };
    const stating = { creditorId, collectorId, currency, platformId, period };
    const said = await statementFor(tx, stating);
    if (!said.ok) continue;
    await issueStatement(tx, ctx, stating, said.value);
    await closeException(tx, { caseId: creditorId, key }, { now: ctx.now, by: null });
    issued += 1;
  }
  return issued;
}

async function issueOrSetAside(tx: Tx, ctx: Ctx, stating: Stating): Promise<void> {
  const said = await statementFor(tx, stating);
  if (said.ok) return issueStatement(tx, ctx, stating, said.value);
  const { creditorId, collectorId, platformId, currency, period } = stating;
  const about = { creditorId, issuerId: collectorId ?? platformId, month: period.from, currency };
  await openException(tx, {
    ...{ caseId: creditorId, key: setAsideKey(about), kind: "unstated", paymentId: null },
    ...{ amount: said.error.missing, currency, openedAt: ctx.now },
  });
}

async function statementFor(tx: Tx, stating: Stating) {
  const { creditorId, collectorId, currency, period } = stating;
  const kind = kindFor(collectorId);
  const kinds = { case: kindsIn(kind, "case"), party: kindsIn(kind, "party") };
  return statementOf({
    ...{ kind, creditorId, period, causeOf: causeKind },
    accounts: await accountsAsOf(tx, stating, { currency, period, kinds }),
    transfers: await transfersIn(tx, stating, { currency, period }),
  });
}

const kindFor = (collectorId: string | null) => (collectorId ? "remittance_advice" : "creditor_statement");

async function issueStatement(tx: Tx, ctx: Ctx, stating: Stating, said: Said): Promise<void> {
  const { creditorId, collectorId, currency, platformId, period } = stating;
  const issuerId = collectorId ?? platformId;
  const names = await organizationsById(tx, [issuerId, creditorId]);
  const named = (id: string) => ({ name: names.get(id)?.name ?? "" });
  const held = said.sums.find(({ account }) => account === (collectorId ? "held" : "received"));
  const paper = await issuePaper(tx, ctx, {
    ...{ kind: kindFor(collectorId), issuerId, recipientId: creditorId, caseId: null, currency },
    subject: `${period.from}:${currency}`,
    total: BigInt(held?.closing ?? 0),
    say: (head): StatementContent => ({
      ...{ ...head, period, issuer: named(issuerId), recipient: named(creditorId) },
      ...said,
    }),
  });
  for (const toOrgId of collectorId ? [creditorId, collectorId] : [creditorId])
    await notify(tx, ctx, {
      ...{ toOrgId, kind: "statement_issued", href: "/payments#papers" },
      values: { number: paper.number, endedOn: period.to },
    });
}
