import { eq } from "drizzle-orm";
import type { Relation } from "#app/domain/accounts/access.ts";
import { anonymous, system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { appointAdmin } from "#app/use-cases/accounts/appoint-admin.server.ts";
import { inviteMember } from "#app/use-cases/accounts/invite-member.server.ts";
import { leaveOrganization } from "#app/use-cases/accounts/leave-organization.server.ts";
import { reportMessage } from "#app/use-cases/conversation/report-message.server.ts";
import { retender } from "#app/use-cases/engagements/retender.server.ts";
import { saveSearch } from "#app/use-cases/market/save-search.server.ts";
import { askQuestion } from "#app/use-cases/tenders/ask-question.server.ts";
import { askTextReview } from "#app/use-cases/texts/ask-text-review.server.ts";
import { sessionOf } from "#db/queries/accounts.ts";
import { mandateOf } from "#db/queries/engagements.ts";
import { notifications } from "#db/schema/accounts.ts";
import { evidenceItems } from "#db/schema/cases.ts";
import { contactMessages, letterBatches } from "#db/schema/contact.ts";
import { roundQuestions } from "#db/schema/tenders.ts";
import { textReviews } from "#db/schema/texts.ts";
import { visitPlans } from "#db/schema/visits.ts";
import { aMessage } from "./conversation.ts";
import { saidAtTheDoor } from "./door.ts";
import { rowsOf } from "./imports.ts";
import { aRowProposal, waitRowKey } from "./law-changes.ts";
import { anEngagedLot, aSplitPortfolio, openLots } from "./lots.ts";
import { anAgreedAmendment } from "./mandates.ts";
import { aCaseForAPrice, anEngagedCase, anOpenRound, aStandingPrice } from "./market.ts";
import { aFeeToBill, issues, papersOf } from "./papers.ts";
import { aDraft, aPostedCase } from "./posting.ts";
import { aWordingProposal } from "./wordings.ts";
import {
  aCreditor,
  aLawyer,
  anAgency,
  aPerson,
  goodPassword,
  mailTo,
  type Person,
  signedInAgain,
  theAdmin,
  tokenIn,
  value,
  type World,
} from "./world.ts";

export type Visitor = { name: string; person: Person | null };

/** A thing that routes are about: its address parameters, and how each visitor stands to it; the others are strangers. */
export type Subject = { params: Record<string, string>; standing: Record<string, Relation> };

/** Everybody who can come to a page, and one of each thing a page can be about; all of it the creditor's or the lawyer's. */
export async function accessScene(world: World) {
  const creditor = await aCreditor(world);
  const lawyer = await aLawyer(world);
  const agency = await anAgency(world);
  const admin = await theAdmin(world);
  const people: Record<string, Person | null> = {
    anonymous: null,
    guest: await aGuest(world),
    creditor,
    "another creditor": await aCreditor(world),
    lawyer,
    "a lawyer of another state": await aLawyer(world, { territory: "US-NY" }),
    agency,
    "admin without second factor": await anUnprovenAdmin(world),
    admin,
  };
  const visitors: Visitor[] = Object.entries(people).map(([name, person]) => ({ name, person }));
  return { visitors, subjects: await theSubjects(world, creditor, lawyer), creditor };
}

async function theSubjects(world: World, creditor: Person, lawyer: Person & { licenceId: string }) {
  const engaged = await anEngagedCase(world, lawyer, { creditor });
  const { caseId } = engaged;
  const amendment = await anAgreedAmendment(world, { caseId, creditor, collector: lawyer });
  const open = await anOpenRound(world, { creditor });
  const questionId = await aQuestion(world, lawyer, open.caseId);
  const draft = await aDraft(world, { creditor });
  const posted = await aPostedCase(world, { creditor });
  const [document] = await world.owner.select().from(evidenceItems).where(eq(evidenceItems.caseId, caseId));
  const [kept] = await world.owner.select().from(evidenceItems).where(eq(evidenceItems.caseId, draft.caseId));
  const [notice] = await world.owner
    .select()
    .from(notifications)
    .where(eq(notifications.userId, creditor.userId));
  const invited = await invitation(world, creditor);
  const text = await aTextInReview(world, lawyer, caseId);
  const message = await aReportedMessage(world, { caseId, lawyer, creditor });
  const own = { creditor: "member" } as const;
  const letterId = await aLetterAskedFor(world, { caseId, lawyer });
  const invoice = await anInvoice(world, creditor, lawyer);
  return {
    engagedCase: {
      params: {
        caseId,
        bidId: engaged.bidIds[0],
        messageId: message.messageId,
        letterId,
        planId: await aPlannedVisit(world, { caseId, lawyer }),
        ...amendment,
      },
      standing: { creditor: "creditor", lawyer: "collector", admin: "none" },
    },
    question: { params: { caseId: open.caseId, questionId }, standing: { creditor: "creditor" } },
    standingPrice: {
      params: await aPriceToTake(world, creditor, lawyer),
      standing: { creditor: "creditor", lawyer: "member" },
    },
    pastMandate: {
      params: await aPastMandate(world, creditor, lawyer),
      standing: { creditor: "member", lawyer: "member" },
    },
    paper: { params: { ...invoice, form: "pdf" }, standing: { creditor: "member", lawyer: "member" } },
    ownInvoice: { params: invoice, standing: { lawyer: "member" } },
    letterBatch: {
      params: { batchId: await aBatchToPost(world, lawyer), form: "csv" },
      standing: { lawyer: "member" },
    },
    openRound: { params: { caseId: open.caseId }, standing: { lawyer: "bidder", agency: "bidder" } },
    openLot: {
      params: await aLotAskedAbout(world, creditor, lawyer),
      standing: { creditor: "creditor", lawyer: "bidder", agency: "bidder" },
    },
    engagedLot: {
      params: await paramsOfLot(world, creditor, lawyer),
      standing: { creditor: "creditor", lawyer: "collector" },
    },
    draft: { params: { caseId: draft.caseId, evidenceId: kept.id }, standing: { creditor: "none" } },
    portfolio: {
      params: { portfolioId: (await aSplitPortfolio(world, { creditor })).portfolioId },
      standing: { creditor: "creditor", admin: "none" },
    },
    caseInReview: { params: { caseId: posted.caseId }, standing: { admin: "none" } },
    saidAtTheDoor: { params: await saidAtTheDoor(world, { caseId, letterId }), standing: { admin: "none" } },
    textInReview: { params: { caseId, reviewId: text.id }, standing: { admin: "none" } },
    reportedMessage: {
      params: { caseId, messageId: message.messageId },
      standing: { admin: "none" },
    },
    document: {
      params: { documentId: document.documentId },
      standing: { creditor: "creditor", lawyer: "collector", admin: "none" },
    },
    law: {
      params: {
        seriesId: "CN-LPR-1Y",
        packId: "US",
        rowKey: waitRowKey,
        changeId: await aRowProposal(world, "4"),
        templateId: (await aWordingProposal(world)).templateId,
        form: "replyForm",
      },
      standing: { admin: "none" },
    },
    licence: { params: { licenceId: lawyer.licenceId }, standing: { lawyer: "member", admin: "none" } },
    member: { params: { userId: creditor.userId }, standing: own },
    invitation: { params: { invitationId: invited.id }, standing: own },
    savedSearch: { params: { searchId: await aSavedSearch(world, lawyer) }, standing: { lawyer: "none" } },
    notification: { params: { notificationId: notice.id }, standing: { creditor: "none" } },
    map: { params: { country: "CN" }, standing: {} },
    link: { params: { token: invited.token }, standing: {} },
  } satisfies Record<string, Subject>;
}

/** The lawyer's mandate on a case that goes on without it. */
async function aPastMandate(world: World, creditor: Person, lawyer: Person) {
  const { caseId } = await anEngagedCase(world, lawyer, { creditor });
  const row = await mandateOf(world.db, caseId);
  value(await retender(world.ctx(creditor.actor), { caseId, reason: "no_cause" }));
  return { caseId, mandateId: row?.id ?? "", paper: "certificate" };
}

/** The lawyer's bill to the creditor. */
async function anInvoice(world: World, creditor: Person, lawyer: Person) {
  const { caseId } = await aFeeToBill(world, lawyer, { creditor });
  value(await issues(world, lawyer, caseId));
  return { paperId: (await papersOf(world, lawyer.orgId))[0].id };
}

/** A lot with its round open, and a question on it that waits for its answer. */
async function aLotAskedAbout(world: World, creditor: Person, lawyer: Person) {
  const { lots } = await openLots(world, { creditor, rows: rowsOf(3, 900) });
  const lotId = lots[0].caseId;
  return { lotId, questionId: await aQuestion(world, lawyer, lotId) };
}

/** A question on a round that waits for its answer. */
async function aQuestion(world: World, by: Person, caseId: string): Promise<string> {
  value(await askQuestion(world.ctx(by.actor), { caseId, question: "Is the debt acknowledged in writing?" }));
  const [row] = await world.owner.select().from(roundQuestions).where(eq(roundQuestions.caseId, caseId));
  return row.id;
}

/** A lot that the lawyer won and both sides have signed. */
async function paramsOfLot(world: World, creditor: Person, lawyer: Person) {
  const { lotId, bidIds } = await anEngagedLot(world, [lawyer], { creditor, rows: rowsOf(2, 950) });
  const amendment = await anAgreedAmendment(world, { caseId: lotId, creditor, collector: lawyer });
  return { lotId, bidId: bidIds[0], ...amendment };
}

/** A case that takes a standing price, and a price of the lawyer's that fits it. */
async function aPriceToTake(world: World, creditor: Person, lawyer: Person) {
  const { caseId } = await aCaseForAPrice(world, { creditor });
  return { caseId, priceId: await aStandingPrice(world, lawyer) };
}

async function aSavedSearch(world: World, lawyer: Person): Promise<string> {
  const input = { name: "Goods", alert: "daily", query: "kind=goods" } as const;
  return value(await saveSearch(world.ctx(lawyer.actor), input)).id;
}

/** A message to the debtor that waits for its time. */
export async function aLetterAskedFor(world: World, { caseId, lawyer }: { caseId: string; lawyer: Person }) {
  const id = newId(world.now);
  await world.owner.insert(contactMessages).values({
    ...{ caseId, id, stepType: "email", channel: "email", templateId: "us.message", templateVersion: 1 },
    ...{ addressKey: "none", typed: "none", owed: "1", status: "waiting" },
    ...{ askedBy: lawyer.userId, askedByOrgId: lawyer.orgId, askedAt: world.now },
  });
  return id;
}

/** A visit to the debtor that is planned. */
async function aPlannedVisit(world: World, { caseId, lawyer }: { caseId: string; lawyer: Person }) {
  const id = newId(world.now);
  await world.owner.insert(visitPlans).values({
    ...{ caseId, id, orgId: lawyer.orgId, plannedBy: lawyer.userId, plannedAt: world.now },
    ...{ goes: lawyer.userId, startsAt: new Date(world.now.getTime() + 86_400_000), place: "home" },
    ...{ addressKey: "none", purpose: null, status: "planned", lookAt: null, seenSeq: 0 },
  });
  return id;
}

/** A batch of letters that is drawn and to be posted. */
async function aBatchToPost(world: World, lawyer: Person): Promise<string> {
  const id = newId(world.now);
  const { sha256: documentHash } = await world.db.transaction((tx) =>
    world.services.documents.put(tx, Buffer.from("%PDF-"), world.now),
  );
  await world.owner.insert(letterBatches).values({
    ...{ id, orgId: lawyer.orgId, madeBy: lawyer.userId, madeAt: world.now },
    ...{ state: "ready", taken: 1, letters: 0, pages: 0, documentHash },
  });
  return id;
}

/** Doubtful words that the lawyer asked to have read. */
async function aTextInReview(world: World, lawyer: Person, caseId: string) {
  const words = "Pay, or face serious consequences soon.";
  value(await askTextReview(world.ctx(lawyer.actor), { caseId, type: "letter", words }));
  const [row] = await world.owner.select().from(textReviews).where(eq(textReviews.caseId, caseId));
  return row;
}

/** A message of the lawyer that the creditor asked the administrators to look at. */
async function aReportedMessage(
  world: World,
  { caseId, lawyer, creditor }: { caseId: string; lawyer: Person; creditor: Person },
) {
  const message = await aMessage(world, lawyer, { caseId });
  value(await reportMessage(world.ctx(creditor.actor), { caseId, ...message }));
  return message;
}

/** An administrator before the second factor is set up. */
async function anUnprovenAdmin(world: World): Promise<Person> {
  const email = `unproven-${process.pid}@example.test`;
  const input = { email, name: "Una Unproven", password: goodPassword };
  value(await appointAdmin(world.ctx(system), input));
  return signedInAgain(world, { email });
}

/** Somebody signed in who has left the organisation they came with. */
async function aGuest(world: World): Promise<Person> {
  const person = await aPerson(world, "creditor");
  value(await leaveOrganization(world.ctx(person.actor), { session: person.session }));
  const row = await sessionOf(world.db, person.session);
  if (row?.orgId !== null) throw new Error("The guest still belongs to an organisation");
  return { ...person, actor: { ...anonymous, role: "guest", userId: person.userId } };
}

async function invitation(world: World, by: Person) {
  const email = `invited-${process.pid}@example.test`;
  value(await inviteMember(world.ctx(by.actor), { email, role: "member" }));
  const token = tokenIn(await mailTo(world, email));
  const [row] = await world.owner.query.invitations.findMany({ where: (each) => eq(each.email, email) });
  return { id: row.id, token };
}
