import { and, desc, eq, like } from "drizzle-orm";
import { type AnsweredStep, answeredSteps } from "#app/domain/cases/answers.ts";
import type { Typed } from "#app/domain/cases/typed.ts";
import type { DeclineReason } from "#app/domain/tenders/declines.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import type { RecordFact } from "#app/domain/timeline/record-forms.ts";
import { askedAbout, type RecordStep } from "#app/domain/timeline/step-forms.ts";
import { approveCase } from "#app/use-cases/cases/approve-case.server.ts";
import { postCase } from "#app/use-cases/cases/post-case.server.ts";
import { saveStep } from "#app/use-cases/cases/save-step.server.ts";
import { startDraft } from "#app/use-cases/cases/start-draft.server.ts";
import { requestSigningCode } from "#app/use-cases/engagements/request-signing-code.server.ts";
import { signEngagement } from "#app/use-cases/engagements/sign-engagement.server.ts";
import { addDraftEvidence } from "#app/use-cases/evidence/add-draft-evidence.server.ts";
import { award } from "#app/use-cases/tenders/award.server.ts";
import { declineRound } from "#app/use-cases/tenders/decline-round.server.ts";
import { placeBid } from "#app/use-cases/tenders/place-bid.server.ts";
import { addFact } from "#app/use-cases/timeline/add-fact.server.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { recordStep, type StepOutcome } from "#app/use-cases/timeline/record-step.server.ts";
import { stepView } from "#app/use-cases/timeline/step-view.server.ts";
import type { Db } from "#db/client.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { openedBids } from "#db/queries/bids.ts";
import { engagementFor } from "#db/queries/engagements.ts";
import { latestTender } from "#db/queries/tenders.ts";
import { mails } from "#db/schema/accounts.ts";
import type { Player } from "./cast.ts";
import { demoPdf } from "./papers.ts";
import { ctxOf, moveTo, type Stage, value } from "./stage.ts";

export type Draft = Record<AnsweredStep, Typed>;

/** Fills in the wizard page by page, adds the papers, invented ones unless some are given, and posts the case. */
export async function post(
  stage: Stage,
  creditor: Pick<Player, "actor">,
  draft: Draft,
  papers?: readonly Paper[],
): Promise<string> {
  const ctx = await ctxOf(stage, creditor.actor);
  const { caseId } = value(await startDraft(ctx));
  for (const step of answeredSteps) {
    const { errors } = value(await saveStep(ctx, { caseId, step, typed: draft[step] }));
    if (errors) throw new Error(`The demo's ${step} page is not in order: ${JSON.stringify(errors)}`);
  }
  for (const paper of papers ?? (await demoPapers(`${draft.claim.reference ?? caseId}`))) {
    value(await addDraftEvidence(ctx, { caseId, ...paper }));
  }
  value(await postCase(ctx, { caseId }));
  return caseId;
}

export type Paper = { kind: "contract" | "statement"; file: File };

const demoPapers = (of: string): Promise<Paper[]> =>
  Promise.all(
    (["contract", "statement"] as const).map(async (kind) => ({
      kind,
      file: await demoPdf(`${kind}.pdf`, `${kind} for ${of}`),
    })),
  );

export async function approve(stage: Stage, admin: Pick<Player, "actor">, caseId: string): Promise<void> {
  value(await approveCase(await ctxOf(stage, admin.actor), { caseId }));
}

/** A success fee, with the plan every demo bidder follows. */
export const successTerms = (successBps: number): BidTerms => ({
  model: "success",
  successBps,
  fixedFee: 0,
  hourlyRate: 0,
  estimatedHours: 0,
  plan: "Written reminder, one call in business hours, itemised demand with 14 days to answer, lawyer's letter, then suit.",
  firstActDays: 1,
  expectedMonths: 4,
  conflictDeclared: true,
});

export async function bid(stage: Stage, collector: Player, caseId: string, terms: BidTerms): Promise<void> {
  value(await placeBid(await ctxOf(stage, collector.actor), { caseId, terms }));
}

/** Passes a round by, with a reason that is told in numbers. */
export async function passBy(
  stage: Stage,
  collector: Player,
  caseId: string,
  reason: DeclineReason,
): Promise<void> {
  value(await declineRound(await ctxOf(stage, collector.actor), { caseId, reason }));
}

/** Moves on to the round's end, its extension's where fewer than two bid, where all bids open together. */
export async function closeRound(stage: Stage, caseId: string): Promise<void> {
  for (;;) {
    const tender = await latestTender(stage.services.db, caseId);
    if (!tender) throw new Error(`Case ${caseId} has no round`);
    if (tender.status !== "open") return;
    await moveTo(stage, tender.closesAt);
  }
}

export async function awardTo(stage: Stage, creditor: Player, caseId: string, winner: Player): Promise<void> {
  const ctx = await ctxOf(stage, creditor.actor);
  const tender = await latestTender(ctx.db, caseId);
  const bids = tender ? await openedBids(ctx.db, caseId, tender.id) : [];
  const chosen = bids.find(({ firm }) => firm.orgId === winner.actor.orgId);
  if (!chosen) throw new Error(`${winner.organization} has no opened bid on case ${caseId}`);
  value(await award(ctx, { caseId, bidId: chosen.id }));
}

export async function signBoth(stage: Stage, caseId: string, ...signers: Player[]): Promise<void> {
  for (const signer of signers) {
    const ctx = await ctxOf(stage, signer.actor);
    const inForce = await awardInForce(ctx.db, caseId);
    const paper = inForce && (await engagementFor(ctx.db, { caseId, awardId: inForce.id }));
    if (!paper) throw new Error(`Case ${caseId} has nothing to sign`);
    value(await requestSigningCode(ctx, { caseId }));
    value(
      await signEngagement(ctx, {
        caseId,
        fullName: `For ${signer.organization}`,
        consent: "yes",
        documentHash: paper.documentHash,
        code: await mailedCode(ctx.db, signer.email, paper.documentHash),
        address: `demo:${signer.email}`,
      }),
    );
  }
}

/** The one-time code that was mailed to a person for a paper, as the person would read it there. The demo's clock goes to and fro. */
export async function mailedCode(db: Db, email: string, documentHash: string): Promise<string> {
  const [mail] = await db
    .select({ subject: mails.subject })
    .from(mails)
    .where(and(eq(mails.toAddress, email), like(mails.body, `%${documentHash.slice(0, 12)}%`)))
    .orderBy(desc(mails.id))
    .limit(1);
  const code = /\b\d{6}\b/.exec(mail?.subject ?? "")?.[0];
  if (!code) throw new Error(`No code was mailed to ${email}`);
  return code;
}

/** A fee that hangs on no result, for where the law allows no share of it. */
export const fixedTerms = (fixedFee: number): BidTerms => ({ ...successTerms(0), model: "fixed", fixedFee });

type StepDetails = Omit<Partial<RecordStep>, "caseId" | "type">;

/** Records a step as taken at this very moment at the debtor's place, with a proof. */
export async function step(
  stage: Stage,
  collector: Player,
  {
    caseId,
    type,
    zone,
    ...details
  }: { caseId: string; type: RecordStep["type"]; zone: string } & StepDetails,
): Promise<StepOutcome> {
  const ctx = await ctxOf(stage, collector.actor);
  const moment = { occurredOn: dateIn(zone, ctx.now), occurredTime: timeIn(zone, ctx.now) };
  const proof = await demoPdf(`${type}.pdf`, `Proof of ${type}`);
  return value(await recordStep(ctx, { caseId, type, ...moment, proof, ...details }));
}

/** Records what the debtor said or did today, with a proof. */
export async function record(
  stage: Stage,
  player: Player,
  {
    caseId,
    type,
    zone,
    ...details
  }: { caseId: string; type: RecordFact["type"]; zone: string } & Partial<RecordFact>,
): Promise<void> {
  const ctx = await ctxOf(stage, player.actor);
  const proof = await demoPdf(`${type}.pdf`, `Proof of ${type}`);
  value(await recordFact(ctx, { caseId, type, occurredOn: dateIn(zone, ctx.now), proof, ...details }));
}

/** Adds a fact that the law asks for, with a proof. */
export async function tell(
  stage: Stage,
  player: Player,
  { caseId, fact, value: told }: { caseId: string; fact: string; value: string },
): Promise<void> {
  const ctx = await ctxOf(stage, player.actor);
  const proof = await demoPdf(`${fact.split(".").at(-1)}.pdf`, `Proof of ${fact}: ${told}`);
  value(await addFact(ctx, { caseId, fact, value: told, proof }));
}

/** Everything that the rules ask of a letter: the demo's letters are complete. */
export async function itemsAsked(
  stage: Stage,
  player: Player,
  { caseId, type }: { caseId: string; type: RecordStep["type"] },
): Promise<string[]> {
  const view = await stepView(await ctxOf(stage, player.actor), caseId, type);
  const requires = view?.steps[0]?.decision.findings.flatMap((finding) => finding.requires) ?? [];
  return askedAbout(type, requires).items.filter((item) => item !== "lateInterestClaimed");
}
