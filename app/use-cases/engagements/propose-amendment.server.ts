import { may } from "#app/domain/accounts/access.ts";
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
import { err, ok, type Result } from "#app/domain/result.ts";
import { bidderOf, checkFee, type FeeCheck } from "#app/domain/tenders/fee-check.ts";
import { mayBid } from "#app/domain/tenders/may-bid.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepPaper } from "#app/use-cases/keep-paper.server.ts";
import { actorInputOf } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAmendment, nextNumber } from "#db/queries/amendments.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { type EngagementRow, mandateOf } from "#db/queries/engagements.ts";
import { lawBook } from "#db/queries/law.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { briefOf } from "#db/queries/tenders.ts";
import { transact } from "#db/transact.ts";
import { amendmentTexts } from "./amendment-text.ts";
import { mandateNow } from "./mandate-now.server.ts";

export type AmendmentWanted = { caseId: string } & Changes;

export type ProposeRefusal =
  | { kind: "case-not-found" }
  | { kind: "not-in-force" }
  | { kind: "one-open" }
  | { kind: ChangeFlaw }
  | { kind: "over-cap"; check: FeeCheck }
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
    const kase = await lockCase(tx, ctx.actor, caseId);
    const relation = kase && relationTo(ctx.actor, kase);
    if (!kase || !relation || !may(ctx.actor, "engagement.sign", relation))
      return err({ kind: "case-not-found" });
    const row = kase.status === "engaged" ? await mandateOf(tx, caseId) : null;
    if (!row) return err({ kind: "not-in-force" });
    const { before } = await mandateNow(tx, row);
    const changes = changesOf(wanted);
    const flaw = flawOf(changes, { before, today: dateIn("UTC", ctx.now) });
    if (flaw) return err({ kind: flaw });
    const refusal = await changeRefusal(tx, ctx, kase, { changes, before });
    if (refusal) return err(refusal);
    const proposedBy = relation === "creditor" ? ("creditor" as const) : ("collector" as const);
    const id = await draw(tx, ctx, kase, { row, changes, before, proposedBy });
    return id ? ok({ amendmentId: id }) : err({ kind: "one-open" });
  });
}

const changesOf = ({ periodEndsOn, scope, fee }: Changes): Changes => ({
  ...(periodEndsOn ? { periodEndsOn } : {}),
  ...(scope ? { scope } : {}),
  ...(fee ? { fee: feeOf(fee) } : {}),
});

type Asked = { changes: Changes; before: AmendmentContents["before"] };

/** Whether the law lets this collector have that fee and that reach at this moment. */
export async function changeRefusal(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { changes, before }: Asked,
): Promise<Extract<ProposeRefusal, { kind: "over-cap" | "not-capable" }> | null> {
  const brief = await briefOf(tx, kase.caseId);
  const collector = kase.collectorOrgId ? await organizationOf(tx, kase.collectorOrgId) : null;
  if (!brief || !collector || collector.kind === "platform")
    throw new Error(`Case ${kase.caseId} has a mandate and no collector or no masked card`);
  const book = await lawBook(tx);
  const scope = changes.scope ?? before.scope;
  const actor = await actorInputOf(tx, { orgId: collector.id, role: collector.kind }, ctx.now);
  const decision = mayBid({ pack: packOfCase(book, kase), brief, scope, actor, at: ctx.now });
  if (changes.scope && !decision.allowed) return { kind: "not-capable", decision };
  const bidder = bidderOf(collector.kind);
  const claim = { ...brief, scope, bidder, at: ctx.now, series: book.series };
  const check = checkFee(changes.fee ?? before.fee, claim);
  return check.verdict === "over" || check.verdict === "barred" ? { kind: "over-cap", check } : null;
}

type Drawn = Asked & { row: EngagementRow; proposedBy: "creditor" | "collector" };

async function draw(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { row, changes, before, proposedBy }: Drawn,
): Promise<string | null> {
  const number = await nextNumber(tx, { caseId: kase.caseId, engagementId: row.id });
  const answerBy = new Date(ctx.now.getTime() + amendmentAnswerDays * 86_400_000);
  const contents: AmendmentContents = {
    version: 1,
    number,
    case: { code: kase.code, jurisdiction: kase.jurisdiction, currency: kase.answers.claim.currency },
    engagementHash: row.documentHash,
    proposedBy,
    changes,
    before,
    drawnUpAt: ctx.now.toISOString(),
    answerBy: answerBy.toISOString(),
  };
  const paper = await keepPaper(tx, ctx, {
    name: `amendment-${number}`,
    code: kase.code,
    ownerOrgId: kase.creditorOrgId,
    texts: amendmentTexts(contents),
  });
  const id = newId(ctx.now);
  const written = await insertAmendment(tx, {
    caseId: kase.caseId,
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
