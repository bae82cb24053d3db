import { packOfCase } from "#app/domain/cases/case-pack.ts";
import {
  type AmendmentContents,
  amendmentAnswerDays,
  type ChangeFlaw,
  type Changes,
  feeOf,
  flawOf,
} from "#app/domain/engagements/amendment.ts";
import { newId } from "#app/domain/ids.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { checkBands, isRefused } from "#app/domain/portfolios/lot-fees.ts";
import type { LotTerms } from "#app/domain/portfolios/lot-terms.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { bidderOf, checkFee } from "#app/domain/tenders/fee-check.ts";
import { mayBid } from "#app/domain/tenders/may-bid.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Engaged, lockEngaged } from "#app/use-cases/engaged.server.ts";
import { keepPaper } from "#app/use-cases/keep-paper.server.ts";
import { actorInputOf } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAmendment, nextNumber } from "#db/queries/amendments.ts";
import { type EngagementRow, mandateOf } from "#db/queries/engagements.ts";
import { lawBook } from "#db/queries/law.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { briefOf } from "#db/queries/tenders.ts";
import { transact } from "#db/transact.ts";
import { amendmentTexts } from "./amendment-text.ts";
import { mandateNow } from "./mandate-now.server.ts";
import { maySign, sideOf } from "./ready-to-sign.server.ts";

export type AmendmentWanted = { caseId: string } & Changes;

export type ProposeRefusal =
  | { kind: "case-not-found" }
  | { kind: "not-in-force" }
  | { kind: "one-open" }
  | { kind: ChangeFlaw }
  | { kind: "over-cap" }
  | { kind: "not-capable"; decision: Decision };

/**
 * Draws up the next amendment of the mandate in force. It changes nothing yet: both sides sign it, the proposer as well. A fee is held
 * against the law and a wider reach against the collector's licence now, and again when it comes into force.
 */
export function proposeAmendment(
  ctx: Ctx,
  { caseId, ...wanted }: AmendmentWanted,
): Promise<Result<{ amendmentId: string }, ProposeRefusal>> {
  return transact<{ amendmentId: string }, ProposeRefusal>(ctx, async (tx) => {
    const engaged = await lockEngaged(tx, ctx.actor, caseId);
    if (!engaged || !maySign(ctx, engaged.relation)) return err({ kind: "case-not-found" });
    const row = engaged.status === "engaged" ? await mandateOf(tx, caseId) : null;
    if (!row) return err({ kind: "not-in-force" });
    const { contents, before } = await mandateNow(tx, row);
    const changes = changesOf(engaged, wanted);
    const flaw = flawOf(changes, { before, today: dateIn("UTC", ctx.now) });
    if (flaw) return err({ kind: flaw });
    const refusal = await changeRefusal(tx, ctx, engaged, { changes, before, terms: contents.terms });
    if (refusal) return err(refusal);
    const proposedBy = sideOf(engaged.relation);
    const id = await draw(tx, ctx, engaged, { row, changes, before, proposedBy });
    return id ? ok({ amendmentId: id }) : err({ kind: "one-open" });
  });
}

/** The rates of a lot stand for its bands as they were bid on against others: another price is another round. */
const changesOf = ({ subject }: Engaged, { periodEndsOn, scope, fee }: Changes): Changes => ({
  ...(periodEndsOn ? { periodEndsOn } : {}),
  ...(scope ? { scope } : {}),
  ...(fee && subject === "case" ? { fee: feeOf(fee) } : {}),
});

type Asked = Pick<AmendmentContents, "changes" | "before">;

/** Whether the law lets this collector have that fee, or the rates of its lot, at that reach at this moment. */
export async function changeRefusal(
  tx: Tx,
  ctx: Ctx,
  engaged: Engaged,
  { changes, before, terms }: Asked & { terms: BidTerms },
): Promise<Extract<ProposeRefusal, { kind: "over-cap" | "not-capable" }> | null> {
  const { caseId, collectorOrgId } = engaged;
  const brief = await briefOf(tx, caseId);
  const collector = collectorOrgId ? await organizationOf(tx, collectorOrgId) : null;
  if (!brief || !collector || collector.kind === "platform")
    throw new Error(`${engaged.code} has a mandate and no collector or no masked card`);
  const book = await lawBook(tx);
  const scope = changes.scope ?? before.scope;
  const actor = await actorInputOf(tx, { orgId: collector.id, role: collector.kind }, ctx.now);
  const decision = mayBid({ pack: packOfCase(book, engaged), brief, scope, actor, at: ctx.now });
  if (changes.scope && !decision.allowed) return { kind: "not-capable", decision };
  const bidder = bidderOf(collector.kind);
  const claim = { ...brief, scope, bidder, at: ctx.now, series: book.series };
  if (engaged.subject === "lot") {
    const { rates } = terms as LotTerms;
    return isRefused(checkBands(rates, engaged.lot.spread, claim)) ? { kind: "over-cap" } : null;
  }
  const { verdict } = checkFee(changes.fee ?? before.fee, claim);
  return verdict === "over" || verdict === "barred" ? { kind: "over-cap" } : null;
}

type Drawn = Asked & { row: EngagementRow; proposedBy: "creditor" | "collector" };

async function draw(
  tx: Tx,
  ctx: Ctx,
  engaged: Engaged,
  { row, changes, before, proposedBy }: Drawn,
): Promise<string | null> {
  const { caseId, code, jurisdiction, currency, creditorOrgId } = engaged;
  const number = await nextNumber(tx, { caseId, engagementId: row.id });
  const answerBy = new Date(ctx.now.getTime() + amendmentAnswerDays * 86_400_000);
  const contents: AmendmentContents = {
    version: 1,
    number,
    case: { code, jurisdiction, currency },
    engagementHash: row.documentHash,
    proposedBy,
    changes,
    before,
    drawnUpAt: ctx.now.toISOString(),
    answerBy: answerBy.toISOString(),
  };
  const paper = await keepPaper(tx, ctx, {
    name: `amendment-${number}`,
    code,
    ownerOrgId: creditorOrgId,
    texts: amendmentTexts(contents),
  });
  const id = newId(ctx.now);
  const written = await insertAmendment(tx, {
    caseId,
    id,
    engagementId: row.id,
    number,
    proposedSide: proposedBy,
    status: "proposed",
    contents: canonicalJson(contents),
    documentId: paper.documentId,
    documentHash: paper.hash,
    proposedAt: ctx.now,
    answerBy,
  });
  return written === "done" ? id : null;
}
