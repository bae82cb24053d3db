import { and, desc, eq, inArray } from "drizzle-orm";
import { system } from "#app/domain/accounts/actor.ts";
import type { Typed } from "#app/domain/cases/typed.ts";
import type { StandingPrice } from "#app/domain/tenders/standing-price.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { approveCase } from "#app/use-cases/cases/approve-case.server.ts";
import { postCase } from "#app/use-cases/cases/post-case.server.ts";
import { saveStep } from "#app/use-cases/cases/save-step.server.ts";
import { startDraft } from "#app/use-cases/cases/start-draft.server.ts";
import { requestSigningCode } from "#app/use-cases/engagements/request-signing-code.server.ts";
import { signEngagement } from "#app/use-cases/engagements/sign-engagement.server.ts";
import { addDraftEvidence } from "#app/use-cases/evidence/add-draft-evidence.server.ts";
import { award } from "#app/use-cases/tenders/award.server.ts";
import { placeBid } from "#app/use-cases/tenders/place-bid.server.ts";
import { publishPrice } from "#app/use-cases/tenders/publish-price.server.ts";
import { fireTimer } from "#app/use-cases/timers/fire-timer.server.ts";
import { latestTender } from "#db/queries/tenders.ts";
import { timers } from "#db/schema/cases.ts";
import { bids, engagements } from "#db/schema/tenders.ts";
import { aCreditor, aPdf, mailTo, type Person, passTime, theAdmin, value, type World } from "./world.ts";

/** What a bidder must never meet: every word of it is looked for in what bidders are sent. */
export const canary = {
  name: "Zephyrine Quillfeather Holdings",
  email: "accounts@quillfeather.example",
  phone: "+1 555 014 7733",
  address: "4471 Marmalade Crescent, Fresno, CA 93650",
};

type Given = Partial<Record<"debtor" | "claim" | "history" | "goal", Typed>> & {
  creditor?: Person;
  /** What the bids of a closed round ask for. */
  bid?: Partial<BidTerms>;
};

/** The pages of the wizard for a commercial claim in California, unless told otherwise. */
export const draftPages = (world: World, given: Given = {}) => ({
  debtor: { kind: "company", ...canary, country: "US", province: "US-CA", ...given.debtor },
  claim: {
    kind: "goods",
    purpose: "commercial",
    creditorKind: "business",
    principal: "80,000.00",
    currency: "USD",
    dueOn: daysAgo(world, 90),
    contractOn: daysAgo(world, 150),
    written: "yes",
    interest: "none",
    assigned: "no",
    description: "Goods delivered and accepted, invoice unpaid.",
    ...given.claim,
  },
  history: { disputed: "no", judgment: "no", ...given.history },
  goal: {
    goal: "up_to_lawsuit",
    feeModels: ["success", "fixed", "hourly", "hybrid"],
    windowHours: "24",
    ...given.goal,
  },
});

export const daysAgo = (world: World, days: number) =>
  new Date(world.now.getTime() - days * 86_400_000).toISOString().slice(0, 10);

/** A case that passed review, with its first round open. */
export async function anOpenRound(world: World, given: Given = {}) {
  const creditor = given.creditor ?? (await aCreditor(world));
  const ctx = world.ctx(creditor.actor);
  const { caseId } = value(await startDraft(ctx));
  const pages = draftPages(world, given);
  for (const step of ["debtor", "claim", "history", "goal"] as const) {
    const saved = value(await saveStep(ctx, { caseId, step, typed: pages[step] }));
    if (saved.errors) throw new Error(`${step}: ${JSON.stringify(saved.errors)}`);
  }
  for (const kind of ["contract", "invoice"] as const) {
    value(await addDraftEvidence(ctx, { caseId, kind, file: aPdf(`${kind}.pdf`, caseId + kind) }));
  }
  value(await postCase(ctx, { caseId }));
  value(await approveCase(world.ctx((await theAdmin(world)).actor), { caseId }));
  return { caseId, creditor };
}

/** A case that passed review and asked for no round: it takes a standing price. */
export const aCaseForAPrice = (world: World, given: Given = {}) =>
  anOpenRound(world, { ...given, goal: { goal: "amicable", lane: "standing", ...given.goal } });

/** A price of 12 per cent on invoices and goods up to 100,000.00 in California, unless told otherwise. */
export const standingPrice = (world: World, given: Partial<StandingPrice> = {}): StandingPrice => ({
  places: ["US-CA"],
  claimKinds: ["goods", "invoice_b2b"],
  debtorKinds: ["company"],
  currency: "USD",
  least: 100_00,
  most: 100_000_00,
  terms: terms({ successBps: 1_200 }),
  until: daysAgo(world, -30),
  weeklyCap: null,
  ...given,
});

export const aStandingPrice = async (world: World, by: Person, given: Partial<StandingPrice> = {}) =>
  value(await publishPrice(world.ctx(by.actor), standingPrice(world, given))).priceId;

/** A success fee of 15 per cent, unless told otherwise. */
export const terms = (given: Partial<BidTerms> = {}): BidTerms => ({
  model: "success",
  successBps: 1_500,
  fixedFee: 0,
  hourlyRate: 0,
  estimatedHours: 0,
  plan: "A reminder, one call, then a formal demand with fourteen days to answer.",
  firstActDays: 3,
  expectedMonths: 5,
  conflictDeclared: true,
  ...given,
});

export async function aBid(world: World, bidder: Person, caseId: string, given: Partial<BidTerms> = {}) {
  return value(await placeBid(world.ctx(bidder.actor), { caseId, terms: terms(given) })).bidId;
}

/** Fires whatever timers of a case are due, as the worker would. Legal dates fire apart, see `fireDueDates`. */
export async function fireTimers(world: World, caseId: string): Promise<void> {
  const ctx = world.ctx(system);
  const rows = await world.db
    .select()
    .from(timers)
    .where(and(eq(timers.caseId, caseId), inArray(timers.kind, ["close_round", "lapse_award"])));
  for (const { id, dueAt } of rows) {
    if (dueAt <= world.now) value(await fireTimer(ctx, { caseId, timerId: id }));
  }
}

/** Lets a round run out, its extension too where it brought fewer than two bids, and opens its bids. */
export async function closeTheRound(world: World, caseId: string): Promise<void> {
  for (let isOpen = true; isOpen; ) {
    await passTime(world, { hours: 25 });
    await fireTimers(world, caseId);
    isOpen = (await latestTender(world.db, caseId))?.status === "open";
  }
}

/** A closed round with a bid of each of these collectors; bids in the collectors' order. */
export async function aClosedRound(world: World, collectors: Person[], given: Given = {}) {
  const { caseId, creditor } = await anOpenRound(world, given);
  const bidIds: string[] = [];
  for (const collector of collectors) bidIds.push(await aBid(world, collector, caseId, given.bid));
  await closeTheRound(world, caseId);
  return { caseId, creditor, bidIds };
}

/** An award to the first of these collectors, the engagement unsigned. */
export async function anAward(world: World, collectors: Person[], given: Given = {}) {
  const round = await aClosedRound(world, collectors, given);
  value(await award(world.ctx(round.creditor.actor), { caseId: round.caseId, bidId: round.bidIds[0] }));
  return round;
}

export async function sign(world: World, person: Person, caseId: string, fullName = "Ada Example") {
  return signEngagement(world.ctx(person.actor), await signingOf(world, person, caseId, fullName));
}

/** What a person gives to sign the newest mandate of a case, with the code from the mail where one was sent. */
export async function signingOf(world: World, person: Person, caseId: string, fullName = "Ada Example") {
  const [paper] = await world.db
    .select()
    .from(engagements)
    .where(eq(engagements.caseId, caseId))
    .orderBy(desc(engagements.createdAt));
  const code = await mailedCode(world, person, { caseId });
  const { documentHash } = paper;
  return { caseId, fullName, consent: "yes" as const, documentHash, code, address: "198.51.100.7" };
}

/** Asks for a one-time code and reads it in the mail; for who may not have one, a code that is none. */
export async function mailedCode(
  world: World,
  person: Person,
  paper: Parameters<typeof requestSigningCode>[1],
): Promise<string> {
  const sent = await requestSigningCode(world.ctx(person.actor), paper);
  const mail = sent.ok ? await mailTo(world, person.email, /^\d{6} /) : null;
  return /\b\d{6}\b/.exec(mail?.subject ?? "")?.[0] ?? "000000";
}

/** A case with both signatures on its engagement. */
export async function anEngagedCase(world: World, collector: Person, given: Given = {}) {
  const round = await anAward(world, [collector], given);
  value(await sign(world, collector, round.caseId));
  value(await sign(world, round.creditor, round.caseId, "Carl Creditor"));
  return round;
}

export const bidRows = (world: World, caseId: string) =>
  world.owner.select().from(bids).where(eq(bids.caseId, caseId));
