import { system } from "#app/domain/accounts/actor.ts";
import type { BandCell } from "#app/domain/portfolios/bands.ts";
import { type BandRate, termsFrom } from "#app/domain/portfolios/lot-terms.ts";
import type { LotOffer } from "#app/domain/portfolios/portfolio.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { requestSigningCode } from "#app/use-cases/engagements/request-signing-code.server.ts";
import { awardLot } from "#app/use-cases/lots/award-lot.server.ts";
import { carryOver } from "#app/use-cases/lots/carry-over.server.ts";
import { compareLotBids } from "#app/use-cases/lots/compare-lot-bids.server.ts";
import { placeLotBid } from "#app/use-cases/lots/place-lot-bid.server.ts";
import { postLotClaims } from "#app/use-cases/lots/post-lot-claims.server.ts";
import { readLotEngagement } from "#app/use-cases/lots/read-lot-engagement.server.ts";
import { retenderLot } from "#app/use-cases/lots/retender-lot.server.ts";
import { signLot } from "#app/use-cases/lots/sign-lot.server.ts";
import { decidePortfolio } from "#app/use-cases/portfolios/decide-portfolio.server.ts";
import { splitPortfolio } from "#app/use-cases/portfolios/split-portfolio.server.ts";
import { submitPortfolio } from "#app/use-cases/portfolios/submit-portfolio.server.ts";
import { uploadClaims } from "#app/use-cases/portfolios/upload-claims.server.ts";
import { answerQuestion } from "#app/use-cases/tenders/answer-question.server.ts";
import { askQuestion } from "#app/use-cases/tenders/ask-question.server.ts";
import { questionsForCreditor } from "#app/use-cases/tenders/read-questions.server.ts";
import { type LotRow, lotsOf } from "#db/queries/lots.ts";
import type { Player } from "./cast.ts";
import { chineseFile, type DemoFile, demoFile, earlierFile, easternFile, westernFile } from "./claims.ts";
import { closeRound, mailedCode } from "./play.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

type Cast = { admin: Player; creditor: Player; lawyer: Player; rival: Player };

/**
 * A lot that is being collected under its second mandate: the creditor ended the first for a better price, its claims were cases by
 * then, and the same firm got it again at lower rates.
 */
export async function playEngagedLot(stage: Stage, cast: Cast): Promise<string> {
  const [lot] = await offer(stage, cast, earlierFile, { goal: "up_to_lawsuit", windowHours: 24 });
  await bidByBand(stage, cast.lawyer, lot, ({ amount }) => ({ percent: amount < 2 ? 24 : 19 }));
  await bidByBand(stage, cast.rival, lot, () => ({ percent: 26 }));
  await engageLot(stage, cast, lot);
  const { caseId } = lot;
  value(await retenderLot(await ctxOf(stage, cast.creditor.actor), { caseId, reason: "no_cause" }));
  while (value(await carryOver(await ctxOf(stage, system))) > 0);
  const [left] = await lotsOf(stage.services.db, lot.portfolioId);
  await bidByBand(stage, cast.lawyer, left, ({ amount }) => ({ percent: amount < 2 ? 20 : 15 }));
  await bidByBand(stage, cast.rival, left, () => ({ percent: 22 }));
  await engageLot(stage, cast, left);
  return caseId;
}

/** The lot's open round, its award to the lawyer, both signatures, and its claims made cases. */
async function engageLot(stage: Stage, cast: Cast, { caseId }: LotRow): Promise<void> {
  await closeRound(stage, caseId);
  const ctx = await ctxOf(stage, cast.creditor.actor);
  const bid = (await compareLotBids(ctx, caseId))?.bids.find(
    ({ firm }) => firm.name === cast.lawyer.organization,
  );
  value(await awardLot(ctx, { caseId, bidId: bid?.id ?? "" }));
  for (const signer of [cast.creditor, cast.lawyer]) await signAs(stage, signer, caseId);
  const worker = await ctxOf(stage, system);
  while (value(await postLotClaims(worker)) > 0);
}

async function signAs(stage: Stage, signer: Player, caseId: string): Promise<void> {
  const ctx = await ctxOf(stage, signer.actor);
  value(await requestSigningCode(ctx, { caseId }));
  const documentHash = (await readLotEngagement(ctx, caseId))?.paper?.hash ?? "";
  value(
    await signLot(ctx, {
      caseId,
      fullName: `For ${signer.organization}`,
      consent: "yes",
      documentHash,
      code: await mailedCode(ctx.db, signer.email, documentHash),
      address: `demo:${signer.email}`,
    }),
  );
}

/** Lots whose round runs out a day from now, one with two bids to compare and one that nobody wants, its extension included. */
export async function offerWesternLots(stage: Stage, cast: Cast): Promise<LotRow[]> {
  const lots = await offer(stage, cast, westernFile, { goal: "up_to_lawsuit", windowHours: 24 });
  const california = lotIn(lots, "US-CA");
  await bidByBand(stage, cast.lawyer, california, ({ amount }) => ({ percent: amount < 2 ? 24 : 16 }));
  await bidByBand(stage, cast.rival, california, ({ age }) => ({ percent: age > 1 ? 21 : 14, fixed: 20 }));
  return lots;
}

export async function closeLots(stage: Stage, lots: readonly LotRow[]): Promise<void> {
  for (const { caseId } of lots) await closeRound(stage, caseId);
}

/** Lots on the market now, one of them with bids sealed in it, and a file that is not split yet. */
export async function offerEasternLots(stage: Stage, cast: Cast): Promise<void> {
  const lots = await offer(stage, cast, easternFile, { goal: "amicable", windowHours: 120 });
  const newYork = lotIn(lots, "US-NY");
  await bidByBand(stage, cast.lawyer, newYork, ({ amount }) => ({ percent: amount < 2 ? 25 : 17 }));
  await bidByBand(stage, cast.rival, newYork, () => ({ percent: 19 }));
  await askOf(stage, cast, lotIn(lots, "US-CA"));
  await upload(stage, cast.creditor, chineseFile);
}

/** A question that is answered, and one that waits. */
async function askOf(stage: Stage, { creditor, lawyer, rival }: Cast, { caseId }: LotRow): Promise<void> {
  const ask = async (by: Player, question: string) =>
    value(await askQuestion(await ctxOf(stage, by.actor), { caseId, question }));
  await ask(lawyer, "Are there signed delivery notes for all of the invoices?");
  const ctx = await ctxOf(stage, creditor.actor);
  const [asked] = (await questionsForCreditor(ctx, caseId))?.questions ?? [];
  if (!asked) throw new Error("The demo's question on a lot is not there");
  const answer = "For about nine in ten. The others have an order and an e-mail that accepts the goods.";
  value(await answerQuestion(ctx, { caseId, questionId: asked.id, answer }));
  await ask(rival, "May instalments of up to six months be agreed without asking you each time?");
}

/** The demo waits for its imports however slow the machine is; a page does not. */
const unhurried = 600_000;

async function upload(stage: Stage, creditor: Player, file: DemoFile): Promise<string> {
  const ctx = await ctxOf(stage, creditor.actor);
  const made = demoFile(file, dateIn("UTC", ctx.now));
  const taken = value(await uploadClaims(ctx, { intent: "import", file: made }, { patience: unhurried }));
  if (taken.kind !== "imported") throw new Error(`${file.name} was not imported: ${taken.kind}`);
  return taken.portfolioId;
}

/** Imports a file, makes its lots, sends them in and has the admin put them on the market. */
async function offer(
  stage: Stage,
  { admin, creditor }: Cast,
  file: DemoFile,
  terms: LotOffer,
): Promise<LotRow[]> {
  const portfolioId = await upload(stage, creditor, file);
  const ctx = await ctxOf(stage, creditor.actor);
  value(await splitPortfolio(ctx, { portfolioId }));
  value(await submitPortfolio(ctx, { portfolioId, ...terms }));
  value(await decidePortfolio(await ctxOf(stage, admin.actor), { portfolioId, verdict: "approve" }));
  return lotsOf(ctx.db, portfolioId);
}

function lotIn(lots: readonly LotRow[], region: string): LotRow {
  const found = lots.find(({ regions }) => regions.includes(region));
  if (!found) throw new Error(`The demo has no lot in ${region}`);
  return found;
}

/** A rate for each band: per cent of what comes in, and whole units a claim. */
type Asked = { percent: number; fixed?: number };

async function bidByBand(
  stage: Stage,
  bidder: Player,
  { caseId, spread }: LotRow,
  asked: (cell: BandCell) => Asked,
): Promise<void> {
  const rates = spread.cells.map((cell): BandRate => {
    const { percent, fixed = 0 } = asked(cell);
    return { amount: cell.amount, age: cell.age, successBps: percent * 100, fixedFee: fixed * 100 };
  });
  const plan =
    "One written reminder to every debtor in the first week, calls in business hours, itemised demands by the third week, the largest first.";
  const terms = termsFrom(rates, spread, { plan, firstActDays: 3, expectedMonths: 9 });
  value(await placeLotBid(await ctxOf(stage, bidder.actor), { caseId, terms }));
}
