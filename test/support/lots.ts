import { desc, eq } from "drizzle-orm";
import { system } from "#app/domain/accounts/actor.ts";
import { type LotTerms, termsFrom } from "#app/domain/portfolios/lot-terms.ts";
import { requestSigningCode } from "#app/use-cases/engagements/request-signing-code.server.ts";
import { awardLot } from "#app/use-cases/lots/award-lot.server.ts";
import { carryOver } from "#app/use-cases/lots/carry-over.server.ts";
import { placeLotBid } from "#app/use-cases/lots/place-lot-bid.server.ts";
import { postLotClaims } from "#app/use-cases/lots/post-lot-claims.server.ts";
import { signLot } from "#app/use-cases/lots/sign-lot.server.ts";
import { decidePortfolio } from "#app/use-cases/portfolios/decide-portfolio.server.ts";
import { splitPortfolio } from "#app/use-cases/portfolios/split-portfolio.server.ts";
import { submitPortfolio } from "#app/use-cases/portfolios/submit-portfolio.server.ts";
import { findLot, type LotRow, lotsOf } from "#db/queries/lots.ts";
import { engagements } from "#db/schema/tenders.ts";
import { anImport, aRow, csvOf, rowsOf } from "./imports.ts";
import { closeTheRound } from "./market.ts";
import { aCreditor, mailTo, type Person, theAdmin, value, type World } from "./world.ts";

export const mixedRows = () => [
  ...rowsOf(5),
  aRow(6, { amount: "9,500.00" }).replace("9,500.00", '"9,500.00"'),
  aRow(7, { state: "NY", zip: "10001" }),
  aRow(8, { due: "2001-01-05" }),
];

type Given = { creditor?: Person; rows?: string[] /** A whole file instead of rows. */; csv?: string };

/** A portfolio that was imported and split: a lot in California, one in New York, a barred claim left out. */
export async function aSplitPortfolio(world: World, given: Given = {}) {
  const creditor = given.creditor ?? (await aCreditor(world));
  const { portfolioId } = await anImport(world, creditor, given.csv ?? csvOf(given.rows ?? mixedRows()));
  value(await splitPortfolio(world.ctx(creditor.actor), { portfolioId }));
  return { creditor, portfolioId, lots: await lotsOf(world.db, portfolioId) };
}

/** The same, reviewed, with every lot's round open. */
export async function openLots(world: World, given: Given = {}) {
  const split = await aSplitPortfolio(world, given);
  const { portfolioId, creditor } = split;
  value(
    await submitPortfolio(world.ctx(creditor.actor), { portfolioId, goal: "up_to_lawsuit", windowHours: 24 }),
  );
  const admin = await theAdmin(world);
  value(await decidePortfolio(world.ctx(admin.actor), { portfolioId, verdict: "approve" }));
  return { ...split, lots: await lotsOf(world.db, portfolioId) };
}

/** One share for every band of a lot, and a fee a claim where one is given. */
export const flatTerms = ({ spread }: Pick<LotRow, "spread">, successBps: number, fixedFee = 0): LotTerms =>
  termsFrom(
    spread.cells.map(({ amount, age }) => ({ amount, age, successBps, fixedFee })),
    spread,
    {
      plan: "A reminder to every debtor, then formal demands, the largest first.",
      firstActDays: 5,
      expectedMonths: 8,
    },
  );

export const lotBid = async (world: World, bidder: Person, lot: LotRow, successBps: number) =>
  value(await placeLotBid(world.ctx(bidder.actor), { caseId: lot.caseId, terms: flatTerms(lot, successBps) }))
    .bidId;

export async function signLotAs(world: World, person: Person, caseId: string) {
  const [paper] = await world.db
    .select()
    .from(engagements)
    .where(eq(engagements.caseId, caseId))
    .orderBy(desc(engagements.createdAt));
  const sent = await requestSigningCode(world.ctx(person.actor), { caseId });
  const mail = sent.ok ? await mailTo(world, person.email) : null;
  const input = {
    caseId,
    fullName: "Ada Example",
    consent: "yes" as const,
    documentHash: paper.documentHash,
    code: /\b\d{6}\b/.exec(mail?.subject ?? "")?.[0] ?? "000000",
    address: "198.51.100.7",
  };
  return signLot(world.ctx(person.actor), input);
}

/** Lets the worker write what was decided about the mandates of lots into the logs of their cases. */
export async function carryAll(world: World): Promise<number> {
  let settled = 0;
  for (;;) {
    const done = value(await carryOver(world.ctx(system)));
    if (done === 0) return settled;
    settled += done;
  }
}

/** Awards the lot's newest round to this collector, who is its one bidder, and has both sides sign. */
export async function engageNext(world: World, creditor: Person, collector: Person, lotId: string) {
  const lot = await findLot(world.db, system, lotId);
  if (!lot) throw new Error(`There is no lot ${lotId}`);
  const bidId = await lotBid(world, collector, lot, 1_000);
  await closeTheRound(world, lotId);
  value(await awardLot(world.ctx(creditor.actor), { caseId: lotId, bidId }));
  value(await signLotAs(world, collector, lotId));
  value(await signLotAs(world, creditor, lotId));
}

/** Lets the worker make cases of all that is engaged. */
export async function postAll(world: World): Promise<number> {
  let settled = 0;
  for (;;) {
    const done = value(await postLotClaims(world.ctx(system)));
    if (done === 0) return settled;
    settled += done;
  }
}

/** A lot awarded to the first of these collectors, unsigned; bids in the collectors' order, each dearer than the one before. */
export async function anAwardedLot(
  world: World,
  collectors: Person[],
  given: { creditor?: Person; rows?: string[] } = {},
) {
  const { lots, creditor, portfolioId } = await openLots(world, given);
  const [lot] = lots;
  const bidIds: string[] = [];
  for (const [at, collector] of collectors.entries())
    bidIds.push(await lotBid(world, collector, lot, 1_200 + at * 100));
  await closeTheRound(world, lot.caseId);
  value(await awardLot(world.ctx(creditor.actor), { caseId: lot.caseId, bidId: bidIds[0] }));
  return { lot, lotId: lot.caseId, creditor, portfolioId, bidIds };
}

/** The same, signed by both sides; its claims are not cases yet. */
export async function anEngagedLot(
  world: World,
  collectors: [Person, ...Person[]],
  given: { creditor?: Person; rows?: string[] } = {},
) {
  const awarded = await anAwardedLot(world, collectors, given);
  value(await signLotAs(world, collectors[0], awarded.lotId));
  value(await signLotAs(world, awarded.creditor, awarded.lotId));
  return awarded;
}
