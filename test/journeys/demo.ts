import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { and, desc, eq, isNotNull, like } from "drizzle-orm";
import { connect, type Db } from "#db/client.ts";
import { licences, mails, users } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { contactMessages } from "#db/schema/contact.ts";
import { caseMessages } from "#db/schema/conversation.ts";
import { lawChanges } from "#db/schema/law.ts";
import { amendments } from "#db/schema/mandates.ts";
import { savedSearches } from "#db/schema/market.ts";
import { papers } from "#db/schema/papers.ts";
import { paymentPlans } from "#db/schema/plans.ts";
import { lots, portfolios } from "#db/schema/portfolios.ts";
import { bids, engagements, roundQuestions, standingPrices } from "#db/schema/tenders.ts";
import { textReviews } from "#db/schema/texts.ts";
import { demoPassword } from "#db/seed.ts";
import type { ProductServer } from "#test/support/product-server.ts";
import { expect, test as journey } from "./journey.ts";
import { signIn } from "./people.ts";
import type { Visitor } from "./shown-to.ts";

type Session = BrowserContextOptions["storageState"];

/** What there is to look at in the seeded demo, and a session for each who looks. */
export type Demo = {
  cases: { engaged: string; deciding: string; tendering: string; submitted: string; approved: string };
  /** On the market without and with a bid of the lawyer's; with two bids to compare; that nobody bid on; in the lawyer's hands. */
  lots: { open: string; bidOn: string; deciding: string; unwanted: string; engaged: string };
  /** With its lots on the market, and not split yet. */
  portfolios: { approved: string; imported: string };
  /** A bid on the lot that waits for its award. */
  lotBidId: string;
  /** Asked about the open lot, not answered yet. */
  lotQuestionId: string;
  draftId: string;
  bidId: string;
  questionId: string;
  priceId: string;
  /** The lawyer's saved search. */
  searchId: string;
  licenceId: string;
  lawChangeId: string;
  textReviewId: string;
  /** A message that was reported to the administrators. */
  messageId: string;
  /** Written to the debtor of the engaged case. */
  letterId: string;
  money: DemoMoney;
  amendmentId: string;
  lotAmendmentId: string;
  userId: string;
  links: { resetPassword: string; verifyEmail: string; confirmEmail: string; invitation: string };
  sessions: Record<Visitor, Session>;
};

type DemoMoney = {
  /** A claim that was paid, billed and stated; one that is paid in parts. */
  paid: string;
  inParts: string;
  /** A standing invoice of the lawyer's. */
  invoiceId: string;
  /** The lawyer's mandate over the paid claim before the one in force, and the lot it was for. */
  pastMandate: { caseId: string; id: string };
};

/** A browser test over the seeded demo, in which a draft, an invitation and the links of mails lie open as well. */
export const test = journey.extend<object, { demo: Demo }>({
  demo: [
    async ({ browser, server }, use) => {
      const { db, close } = connect({ ...server.app, max: 1 });
      try {
        await use(await openDemo(browser, server, db));
      } finally {
        await close();
      }
    },
    { scope: "worker", timeout: 240_000 },
  ],
});

async function openDemo(browser: Browser, server: ProductServer, db: Db): Promise<Demo> {
  const rooms: BrowserContext[] = [];
  const enter = async () => {
    const room = await browser.newContext({ baseURL: server.url, locale: "en-US" });
    rooms.push(room);
    return room.newPage();
  };
  const [anonymous, halfway, guest, creditor, lawyer, admin] = [
    await enter(),
    await enter(),
    await enter(),
    await enter(),
    await enter(),
    await enter(),
  ];
  await signIn(creditor, server, "creditor");
  await signIn(lawyer, server, "lawyer");
  await signIn(admin, server, "admin");
  await enterHalfway(halfway);
  await enterAsGuest(guest, creditor, db);
  const demo = {
    ...(await whatIsThere(db)),
    draftId: await startDraft(creditor),
    links: await openLinks(anonymous, creditor, db),
    sessions: {
      anonymous: await anonymous.context().storageState(),
      halfway: await halfway.context().storageState(),
      guest: await guest.context().storageState(),
      creditor: await creditor.context().storageState(),
      lawyer: await lawyer.context().storageState(),
      admin: await admin.context().storageState(),
    },
  };
  for (const room of rooms) await room.close();
  return demo;
}

async function whatIsThere(db: Db) {
  const posted = await db.select().from(cases);
  const inStatus = (status: string, place: string) => {
    const found = posted.find((each) => each.status === status && each.placeCode === place);
    if (!found) throw new Error(`The demo has no ${status} case in ${place}`);
    return found.caseId;
  };
  const deciding = inStatus("deciding", "US-CA");
  const [bid] = (await db.select().from(bids)).filter(({ caseId }) => caseId === deciding);
  const people = await db.select().from(users);
  const held = await db.select().from(licences);
  const ofLawyer = held.find(({ holderName }) => holderName === "Demo Law Office A");
  const creditor = people.find(({ email }) => email === "creditor@demo.example");
  const [change] = await db.select().from(lawChanges);
  const [review] = await db.select().from(textReviews);
  const lotsThere = await whatIsInLots(db);
  const questions = (await db.select().from(roundQuestions)).filter(({ answer }) => answer === null);
  const [lotQuestion] = questions.filter(({ caseId }) => caseId === lotsThere.lots.open);
  const question = questions.find(({ id }) => id !== lotQuestion?.id);
  const price = (await db.select().from(standingPrices)).find(({ least }) => least === 500_001n);
  if (!price) throw new Error("The demo has no standing price for its claim");
  const [reported] = await db.select().from(caseMessages).where(isNotNull(caseMessages.reportedAt));
  if (!bid || !ofLawyer || !creditor || !change || !review || !question || !lotQuestion || !reported)
    throw new Error(
      "The demo lacks a bid, a licence, its creditor, a change of law, a text, a question or a reported message",
    );
  const changes = await db.select().from(amendments);
  const lotAmendment = changes.find(({ caseId }) => caseId === lotsThere.lots.engaged);
  const amendment = changes.find(({ id }) => id !== lotAmendment?.id);
  const [search] = await db.select().from(savedSearches);
  const engaged = inStatus("engaged", "US-CA");
  const ofCase = and(eq(contactMessages.caseId, engaged), eq(contactMessages.channel, "email"));
  const [letter] = await db.select().from(contactMessages).where(ofCase);
  if (!amendment || !lotAmendment || !search || !letter)
    throw new Error("The demo lacks an amendment, a saved search or a letter to a debtor");
  return {
    ...lotsThere,
    lotQuestionId: lotQuestion.id,
    cases: {
      engaged,
      deciding,
      tendering: inStatus("tendering", "US-NY"),
      submitted: inStatus("submitted", "US-TX"),
      approved: inStatus("approved", "US-CA"),
    },
    bidId: bid.id,
    questionId: question.id,
    priceId: price.id,
    searchId: search.id,
    licenceId: ofLawyer.id,
    lawChangeId: change.id,
    textReviewId: review.id,
    messageId: reported.id,
    letterId: letter.id,
    money: await whatWasPaid(db),
    amendmentId: amendment.id,
    lotAmendmentId: lotAmendment.id,
    userId: creditor.id,
  };
}

async function whatWasPaid(db: Db): Promise<DemoMoney> {
  const issued = await db.select().from(papers);
  const stated = issued.find(({ kind }) => kind === "balance_letter");
  const invoice = issued.find(
    ({ kind, issuerId, caseId }) =>
      kind === "invoice" && issuerId === stated?.issuerId && caseId === stated.caseId,
  );
  const [plan] = await db.select().from(paymentPlans);
  const [past] = await db.select().from(engagements).where(isNotNull(engagements.endedAt));
  if (!stated?.caseId || !invoice || !plan || !past)
    throw new Error("The demo lacks a balance letter, a bill, a plan or a mandate that ended");
  return { paid: stated.caseId, inParts: plan.caseId, invoiceId: invoice.id, pastMandate: past };
}

async function whatIsInLots(db: Db): Promise<Pick<Demo, "lots" | "portfolios" | "lotBidId">> {
  const offered = await db.select().from(lots);
  const lotIn = (status: string, region: string) => {
    const found = offered.find((lot) => lot.status === status && lot.regions.includes(region));
    if (!found) throw new Error(`The demo has no ${status} lot in ${region}`);
    return found;
  };
  const unsplit = (await db.select().from(portfolios)).find(({ status }) => status === "imported");
  if (!unsplit) throw new Error("The demo has no portfolio that is not split yet");
  const deciding = lotIn("deciding", "US-CA");
  const [bid] = await db.select().from(bids).where(eq(bids.caseId, deciding.caseId));
  if (!bid) throw new Error("The demo has no bid on the lot that waits for its award");
  return {
    lotBidId: bid.id,
    lots: {
      open: lotIn("tendering", "US-CA").caseId,
      bidOn: lotIn("tendering", "US-NY").caseId,
      deciding: deciding.caseId,
      unwanted: lotIn("deciding", "US-TX").caseId,
      engaged: lotIn("engaged", "US-NY").caseId,
    },
    portfolios: { approved: deciding.portfolioId, imported: unsplit.id },
  };
}

const submit = (page: Page) => page.locator('main button:not([type="button"])').last().click();

async function enterHalfway(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.locator('[name="email"]').fill("admin@demo.example");
  await page.locator('[name="password"]').fill(demoPassword);
  await submit(page);
  await page.waitForURL(/second-factor/);
}

async function startDraft(creditor: Page): Promise<string> {
  await creditor.goto("/cases/new");
  await creditor.getByRole("button", { name: "Start" }).click();
  await creditor.waitForURL(/\/drafts\/[0-9a-f-]{36}\//);
  return new URL(creditor.url()).pathname.split("/")[3] ?? "";
}

async function invite(owner: Page, email: string, db: Db): Promise<string> {
  await owner.goto("/organization/invite");
  await owner.locator('[name="email"]').fill(email);
  await submit(owner);
  await owner.waitForURL(/\/organization$/);
  return mailedLink(db, "invitations");
}

/** Joins by an invitation and leaves again: a person without an organization. */
async function enterAsGuest(guest: Page, owner: Page, db: Db): Promise<void> {
  await guest.goto(await invite(owner, "guest@demo.example", db));
  await guest.locator('[name="name"]').fill("Demo Guest");
  await guest.locator('[name="password"]').fill(demoPassword);
  for (const box of await guest.locator('main input[type="checkbox"]').all()) await box.check();
  await submit(guest);
  await guest.waitForURL(/\/home$/);
  await guest.goto("/organization/leave");
  await submit(guest);
  await guest.waitForURL(/\/account$/);
}

async function openLinks(anonymous: Page, creditor: Page, db: Db): Promise<Demo["links"]> {
  const invitation = await invite(creditor, "invited@demo.example", db);
  await creditor.goto("/account/email");
  await creditor.locator('[name="email"]').fill("moved@demo.example");
  await creditor.locator('[name="password"]').fill(demoPassword);
  await submit(creditor);
  await creditor.waitForURL(/\/account$/);

  await anonymous.goto("/forgot-password");
  await anonymous.locator('[name="email"]').fill("lawyer2@demo.example");
  await submit(anonymous);
  await expect(async () => mailedLink(db, "reset-password")).toPass({ timeout: 10_000 });

  await anonymous.goto("/sign-up");
  await anonymous.locator('label[for]:has-text("Creditor")').first().click();
  await anonymous.locator('[name="organization"]').fill("Demo Newcomer Ltd");
  await anonymous.locator('[name="seat"]').selectOption("US-CA");
  await anonymous.locator('[name="name"]').fill("Demo Newcomer");
  await anonymous.locator('[name="email"]').fill("newcomer@demo.example");
  await anonymous.locator('[name="password"]').fill(demoPassword);
  for (const box of await anonymous.locator('main input[type="checkbox"]').all()) await box.check();
  await submit(anonymous);
  await anonymous.waitForURL(/\/sign-up\/sent$/);

  return {
    invitation,
    confirmEmail: await mailedLink(db, "confirm-email"),
    resetPassword: await mailedLink(db, "reset-password"),
    verifyEmail: await mailedLink(db, "verify-email"),
  };
}

/** The path in the newest mail that links below a folder of the site. */
async function mailedLink(db: Db, folder: string): Promise<string> {
  const [mail] = await db
    .select({ body: mails.body })
    .from(mails)
    .where(like(mails.body, `%/${folder}/%`))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(1);
  const path = new RegExp(`/${folder}/[\\w.~-]+`).exec(mail?.body ?? "")?.[0];
  if (!path) throw new Error(`No mail links to /${folder}`);
  return path;
}
