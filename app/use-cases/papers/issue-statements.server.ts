import { may } from "#app/domain/accounts/access.ts";
import type { StatementContent } from "#app/domain/papers/content.ts";
import { kindsIn, statementOf } from "#app/domain/papers/statement.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { causeKind } from "#app/messages/cause.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { issuePaper } from "#app/use-cases/issue-paper.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { organizationsById, platformOrganization } from "#db/queries/organizations.ts";
import {
  accountsAsOf,
  markStated,
  monthToState,
  type ToState,
  toState,
  transfersIn,
} from "#db/queries/paper-statements.ts";
import { transact } from "#db/transact.ts";

const batch = 25;

/**
 * Issues the statements of the oldest closed month that still wants some: the platform's to every creditor whose cases moved, and each
 * collector's advice to every creditor it collected for. Answers how many it issued.
 */
export const issueStatements = (ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> =>
  transact<number, { kind: "not-allowed" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "paper.keep", "none")) return err({ kind: "not-allowed" });
    const due = await monthToState(tx);
    const platform = due && (await platformOrganization(tx));
    if (!due || !platform) return ok(0);
    const period = { from: due.month, to: due.endsOn };
    const wanted = await toState(tx, { platformId: platform.id, month: due.month, period, limit: batch });
    for (const each of wanted) await issueStatement(tx, ctx, { ...each, platformId: platform.id, period });
    if (wanted.length === 0) await markStated(tx, due.month, ctx.now);
    return ok(wanted.length);
  });

type Stating = ToState & { platformId: string; period: { from: string; to: string } };

async function issueStatement(tx: Tx, ctx: Ctx, stating: Stating): Promise<void> {
  const { creditorId, collectorId, currency, platformId, period } = stating;
  const kind = collectorId ? ("remittance_advice" as const) : ("creditor_statement" as const);
  const kinds = { case: kindsIn(kind, "case"), party: kindsIn(kind, "party") };
  const said = statementOf({
    ...{ kind, creditorId, period, causeOf: causeKind },
    accounts: await accountsAsOf(tx, stating, { currency, period, kinds }),
    transfers: await transfersIn(tx, stating, { currency, period }),
  });
  if (!said) throw new Error(`The statement of ${creditorId} for ${period.from} does not add up`);
  const issuerId = collectorId ?? platformId;
  const names = await organizationsById(tx, [issuerId, creditorId]);
  const named = (id: string) => ({ name: names.get(id)?.name ?? "" });
  const held = said.sums.find(({ account }) => account === (collectorId ? "held" : "received"));
  const paper = await issuePaper(tx, ctx, {
    ...{ kind, issuerId, recipientId: creditorId, caseId: null, currency },
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
