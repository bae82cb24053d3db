import { may } from "#app/domain/accounts/access.ts";
import { type Actor, system } from "#app/domain/accounts/actor.ts";
import { isClaimCurrency } from "#app/domain/cases/amount.ts";
import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import { debtorDay } from "#app/domain/cases/debtor-day.ts";
import { debtorText, duplicateText } from "#app/domain/cases/likeness.ts";
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
import { type CaseRow, insertCase, updateCase } from "#db/queries/cases.ts";
import { engagementFor } from "#db/queries/engagements.ts";
import { lawBook } from "#db/queries/law.ts";
import {
  type ClaimRow,
  type LotRow,
  lockLot,
  lotsToPost,
  nextClaims,
  settleClaim,
  settledIn,
  updateLot,
} from "#db/queries/lots.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { findPortfolio, type PortfolioRow } from "#db/queries/portfolios.ts";
import { transact } from "#db/transact.ts";

/** Claims a batch; each is a transaction of its own, so that one that is refused takes no other with it. */
const batch = 20;

type Mandate = {
  lot: LotRow;
  portfolio: PortfolioRow;
  subject: { orgId: string; role: Actor["role"] };
  refs: Record<string, string>;
};

/**
 * Makes cases of the claims of engaged lots, through the same door as any case: posted, approved, engaged, each judged by the law at
 * this moment. A claim that is refused stays in its portfolio with the reason. Killed anywhere it goes on with what is left.
 */
export async function postLotClaims(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "lot.post", "none")) return err({ kind: "not-allowed" });
  const [lot] = await lotsToPost(ctx.db, 1);
  const mandate = lot && (await mandateOf(ctx, lot));
  if (!mandate) return ok(0);
  let settled = 0;
  while (settled < batch && (await settleNext(ctx, mandate))) settled += 1;
  await countSettled(ctx, lot);
  return ok(settled);
}

async function mandateOf(ctx: Ctx, lot: LotRow): Promise<Mandate | null> {
  const portfolio = await findPortfolio(ctx.db, system, lot.portfolioId);
  const award = await awardInForce(ctx.db, lot.caseId);
  const paper = award && (await engagementFor(ctx.db, { caseId: lot.caseId, awardId: award.id }));
  const collector = award && (await organizationOf(ctx.db, award.collectorOrgId));
  if (!portfolio || !paper || !collector || collector.kind === "platform") return null;
  return {
    lot,
    portfolio,
    subject: { orgId: collector.id, role: collector.kind },
    refs: { awardId: award.id, engagementId: paper.id, documentHash: paper.documentHash, lot: lot.code },
  };
}

/** Settles one claim; false when none is left that no other worker holds. */
async function settleNext(ctx: Ctx, mandate: Mandate): Promise<boolean> {
  let held: string | null = null;
  const made = await transact<boolean, NotLawful>(ctx, async (tx) => {
    const [claim] = await nextClaims(tx, mandate.lot, 1);
    if (!claim) return ok(false);
    held = claim.caseId;
    const posted = await postClaim(tx, ctx, mandate, claim);
    if (!posted.ok) return posted;
    await settleClaim(tx, claim.caseId, { became: "case", refusal: null });
    return ok(true);
  });
  if (made.ok) return made.value;
  const [finding] = made.error.decision.findings;
  const refused = held;
  await transact<null, never>(ctx, async (tx) => {
    if (refused) await settleClaim(tx, refused, { became: "refused", refusal: finding?.rule ?? "" });
    return ok(null);
  });
  return true;
}

async function countSettled(ctx: Ctx, { caseId, portfolioId }: LotRow): Promise<void> {
  const { posted, refused, open } = await settledIn(ctx.db, { caseId, portfolioId });
  await transact<null, never>(ctx, async (tx) => {
    await lockLot(tx, ctx.actor, caseId);
    await updateLot(tx, caseId, {
      posted,
      refused,
      updatedAt: ctx.now,
      closedAt: open === 0 ? ctx.now : null,
    });
    return ok(null);
  });
}

async function postClaim(
  tx: Tx,
  ctx: Ctx,
  { lot, portfolio, subject, refs }: Mandate,
  claim: ClaimRow,
): Promise<Result<null, NotLawful>> {
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
    answers: prepared.answers,
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
  const engaged = await recordEvent(tx, ctx, kase, {
    type: "engaged",
    occurredAt: ctx.now,
    subject,
    payload: { facts: { engagementSigned: true }, refs },
  });
  if (!engaged.ok) return engaged;
  await updateCase(tx, caseId, { status: "engaged", collectorOrgId: subject.orgId, updatedAt: ctx.now });
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
