import { may } from "#app/domain/accounts/access.ts";
import { type Actor, system } from "#app/domain/accounts/actor.ts";
import { isClaimCurrency } from "#app/domain/cases/amount.ts";
import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import { debtorDay } from "#app/domain/cases/debtor-day.ts";
import { debtorText, duplicateText } from "#app/domain/cases/likeness.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { parted } from "#app/domain/cases/personal.ts";
import { statedFacts } from "#app/domain/cases/stated-facts.ts";
import { packIn } from "#app/domain/law/book.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import { placeOf } from "#app/domain/places/register.ts";
import { answersOf, unpackIdentity } from "#app/domain/portfolios/claim.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { freeCode } from "#app/use-cases/cases/free-code.server.ts";
import type { PreparedCase } from "#app/use-cases/cases/prepare-case.server.ts";
import { writeCaseParts } from "#app/use-cases/cases/write-case.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { claimPurpose } from "#app/use-cases/portfolios/prepare-chunk.server.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { type CaseRow, insertCase, lockCase, updateCase } from "#db/queries/cases.ts";
import { engagementFor, mandateOf } from "#db/queries/engagements.ts";
import { lawBook } from "#db/queries/law.ts";
import { type ClaimRow, type LotRow, lockLot, shareLot, updateLot } from "#db/queries/lots.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { findPortfolio, type PortfolioRow } from "#db/queries/portfolios.ts";
import { lotsToPost, nextClaims, settleClaim, settledIn } from "#db/queries/settled-claims.ts";
import { transact } from "#db/transact.ts";

/** Claims a batch; each is a transaction of its own, so that one that is refused takes no other with it. */
const batch = 20;

type Mandate = {
  lot: LotRow;
  engagementId: string;
  portfolio: PortfolioRow;
  subject: { orgId: string; role: Actor["role"] };
  refs: Record<string, string>;
};

/**
 * Makes cases of the claims of engaged lots, through the same door as any case: posted, approved, engaged, each judged by the law at
 * this moment. A claim that is refused stays in its portfolio with the reason. One that is a case already, from a mandate before, is engaged
 * anew; refused, it goes on by itself. Killed anywhere it goes on with what is left.
 */
export async function postLotClaims(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "lot.post", "none")) return err({ kind: "not-allowed" });
  const [lot] = await lotsToPost(ctx.db, 1);
  const mandate = lot && (await mandateFor(ctx, lot));
  if (!mandate) return ok(0);
  let settled = 0;
  while (settled < batch && (await settleNext(ctx, mandate))) settled += 1;
  await countSettled(ctx, mandate);
  return ok(settled);
}

async function mandateFor(ctx: Ctx, lot: LotRow): Promise<Mandate | null> {
  const portfolio = await findPortfolio(ctx.db, system, lot.portfolioId);
  const award = await awardInForce(ctx.db, lot.caseId);
  const paper = award && (await engagementFor(ctx.db, { caseId: lot.caseId, awardId: award.id }));
  const collector = award && (await organizationOf(ctx.db, award.collectorOrgId));
  if (!portfolio || !paper || !collector || collector.kind === "platform") return null;
  return {
    lot,
    engagementId: paper.id,
    portfolio,
    subject: { orgId: collector.id, role: collector.kind },
    refs: { awardId: award.id, engagementId: paper.id, documentHash: paper.documentHash, lot: lot.code },
  };
}

/** Settles one claim; false when none is left that no other worker holds, and once the mandate has ended. */
async function settleNext(ctx: Ctx, mandate: Mandate): Promise<boolean> {
  const { lot, engagementId } = mandate;
  let held: ClaimRow | null = null;
  const made = await transact<boolean, NotLawful>(ctx, async (tx) => {
    if (!(await stillHolds(tx, mandate))) return ok(false);
    const [claim] = await nextClaims(tx, lot, 1);
    if (!claim) return ok(false);
    held = claim;
    const posted = claim.became
      ? await engageAnew(tx, ctx, mandate, claim)
      : await postClaim(tx, ctx, mandate, claim);
    if (!posted.ok) return posted;
    await settleClaim(tx, claim.caseId, { became: "case", refusal: null, engagementId });
    return ok(true);
  });
  if (made.ok) return made.value;
  const [finding] = made.error.decision.findings;
  await refuse(ctx, mandate, held, finding?.rule ?? "");
  return true;
}

/** Holds the lot, so that nobody becomes a case, or is engaged, under a mandate that ends at the same moment. */
async function stillHolds(tx: Tx, { lot: { caseId }, engagementId }: Mandate): Promise<boolean> {
  const lot = await shareLot(tx, caseId);
  return lot?.status === "engaged" && (await mandateOf(tx, caseId))?.id === engagementId;
}

/** A claim stays in its portfolio; a case that stood under a mandate before leaves the lot, for its creditor to offer by itself. */
async function refuse(
  ctx: Ctx,
  { engagementId }: Mandate,
  claim: ClaimRow | null,
  refusal: string,
): Promise<void> {
  if (!claim) return;
  await transact<null, never>(ctx, async (tx) => {
    await settleClaim(tx, claim.caseId, { became: claim.became ?? "refused", refusal, engagementId });
    const kase = claim.became ? await lockCase(tx, system, claim.caseId) : null;
    const status = kase && caseMoves[kase.status].leaveLot;
    if (status) await updateCase(tx, claim.caseId, { status, updatedAt: ctx.now });
    return ok(null);
  });
}

async function countSettled(ctx: Ctx, mandate: Mandate): Promise<void> {
  const { lot, engagementId } = mandate;
  await transact<null, never>(ctx, async (tx) => {
    const held = await lockLot(tx, ctx.actor, lot.caseId);
    if (held?.status !== "engaged" || (await mandateOf(tx, lot.caseId))?.id !== engagementId) return ok(null);
    const { posted, refused, open } = await settledIn(tx, lot, engagementId);
    const closedAt = open === 0 ? ctx.now : null;
    await updateLot(tx, lot.caseId, { posted, refused, updatedAt: ctx.now, closedAt });
    return ok(null);
  });
}

/** Engages the lot's new collector on a case that came out of the lot before; what its log says goes on. */
async function engageAnew(
  tx: Tx,
  ctx: Ctx,
  mandate: Mandate,
  { caseId }: ClaimRow,
): Promise<Result<null, NotLawful>> {
  const kase = await lockCase(tx, system, caseId);
  if (!kase || !caseMoves[kase.status].engage) throw new Error(`Case ${caseId} does not wait with its lot`);
  return engage(tx, ctx, mandate, kase);
}

async function postClaim(
  tx: Tx,
  ctx: Ctx,
  mandate: Mandate,
  claim: ClaimRow,
): Promise<Result<null, NotLawful>> {
  const { lot, portfolio } = mandate;
  const prepared = await prepareClaim(tx, ctx, { lot, portfolio, claim });
  const { caseId } = claim;
  const kase: CaseRow = {
    caseId,
    code: await freeCode(tx, caseId),
    creditorOrgId: lot.creditorOrgId,
    collectorOrgId: null,
    status: "submitted",
    stage: "intake",
    jurisdiction: prepared.jurisdiction,
    placeCode: claim.placeCode,
    packId: prepared.pack.id,
    packVersion: prepared.pack.version,
    answers: parted(prepared.answers).kept,
    postedBy: portfolio.createdBy,
    postedAt: ctx.now,
    updatedAt: ctx.now,
    closedAt: null,
  };
  await insertCase(tx, kase);
  await writeCaseParts(tx, ctx, kase, prepared);
  const creditor: Actor = {
    role: "creditor",
    userId: portfolio.createdBy,
    orgId: lot.creditorOrgId,
    member: "owner",
    secondFactor: false,
  };
  const posted = await recordEvent(tx, { ...ctx, actor: creditor }, kase, {
    type: "posted",
    occurredAt: ctx.now,
    payload: { facts: prepared.facts, refs: { portfolio: portfolio.code, lot: lot.code } },
  });
  if (!posted.ok) return posted;
  const approved = await recordEvent(tx, ctx, kase, {
    type: "approved",
    occurredAt: ctx.now,
    payload: { facts: { debt: { lawful: "ok" } } },
  });
  if (!approved.ok) return approved;
  await updateCase(tx, caseId, { status: "approved" });
  return engage(tx, ctx, mandate, kase);
}

async function engage(
  tx: Tx,
  ctx: Ctx,
  { subject, refs }: Mandate,
  kase: CaseRow,
): Promise<Result<null, NotLawful>> {
  const engaged = await recordEvent(tx, ctx, kase, {
    type: "engaged",
    occurredAt: ctx.now,
    subject,
    payload: { facts: { engagementSigned: true }, refs },
  });
  if (!engaged.ok) return engaged;
  const { orgId: collectorOrgId } = subject;
  await updateCase(tx, kase.caseId, { status: "engaged", collectorOrgId, updatedAt: ctx.now });
  return ok(null);
}

type Stored = { lot: LotRow; portfolio: PortfolioRow; claim: ClaimRow };

/** The claim as the wizard would have prepared it, from its row, what is sealed in it, and the terms of its file. */
async function prepareClaim(tx: Tx, ctx: Ctx, { lot, portfolio, claim }: Stored): Promise<PreparedCase> {
  const { caseId, placeCode, dueOn, rowNo } = claim;
  const place = placeOf(placeCode);
  const jurisdiction = place?.jurisdiction;
  const pack = jurisdiction ? packIn(await lawBook(tx), jurisdiction) : null;
  const { currency, debtorKind, claimKind, creditorOrgId } = lot;
  if (!place || !jurisdiction || !pack || !portfolio.offer || !isClaimCurrency(currency))
    throw new Error(`Claim ${caseId} cannot be a case`);
  const kept = unpackIdentity(ctx.secrets.rows(claimPurpose).unseal(claim.sealed, caseId));
  const identity = { ...kept, description: kept.description || `${portfolio.code}, row ${rowNo}` };
  const goal: CaseAnswers["goal"] = { ...portfolio.offer, feeModels: ["success", "hybrid"] };
  const principal = Number(claim.principal);
  const stated = { debtorKind, placeCode, principal, currency, claimKind, dueOn, identity };
  const answers = answersOf(stated, portfolio.setting.mapping.terms, goal);
  const { series } = pack;
  const facts = statedFacts(answers, { caseId, place, jurisdiction, evidence: [], series });
  const likeness = {
    creditorOrgId,
    debtorName: identity.name,
    reference: identity.reference || undefined,
    dueOn,
    principal,
    currency,
  };
  return {
    answers,
    jurisdiction,
    zones: place.zones,
    pack,
    evidence: [],
    facts,
    today: debtorDay(place.zones, ctx.now),
    limitation: limitationOf({ jurisdiction, facts, series }),
    duplicateKey: ctx.secrets.mac("duplicate-case", duplicateText(likeness)),
    nameKey: ctx.secrets.mac("debtor-name", debtorText(identity.name, placeCode)),
  };
}
