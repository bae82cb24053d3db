import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, type Page, expect as plain } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { connect } from "#db/client.ts";
import { cases } from "#db/schema/cases.ts";
import type { ProductServer } from "#test/support/product-server.ts";
import { expect, test } from "./journey.ts";
import { aPdf, type DemoRole, signIn } from "./people.ts";
import { tick } from "./wizard.ts";

/** The case has to be with the demo's lawyer still. */
test.use({ world: "money" });

/** Cards of the stand-in: one that pays at once, one whose bank refuses. */
const paying = "4000000000000077";
const refused = "4000000000009995";

const picture = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/money/${test.info().project.name}-${name}.png`, fullPage: true });

/** Rooms of their own for everybody, whose script errors are kept. */
function rooms(browser: Browser, server: ProductServer) {
  const errors: Error[] = [];
  const room = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ baseURL: server.url, ...test.info().project.use, ...options });
    context.on("weberror", (event) => errors.push(event.error()));
    return context.newPage();
  };
  const person = async (role: DemoRole) => {
    const page = await room();
    await signIn(page, server, role);
    return page;
  };
  return { room, person, errors };
}

/** The demo's case in California that a lawyer is collecting. */
async function theEngagedCase(server: ProductServer): Promise<string> {
  const { db, close } = connect({ ...server.owner, max: 1 });
  try {
    const inCalifornia = and(eq(cases.status, "engaged"), eq(cases.jurisdiction, "US-CA"));
    const [found] = await db.select().from(cases).where(inCalifornia);
    return found.caseId;
  } finally {
    await close();
  }
}

async function mustBeAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  plain(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

/** Loads a page again and again until what the worker and the provider do meanwhile can be seen on it. */
const untilSeen = (page: Page, path: string, seen: (page: Page) => Promise<void>) =>
  expect(async () => {
    await page.goto(path);
    await seen(page);
  }).toPass({ timeout: 30_000 });

const showing = (text: string | RegExp) => async (page: Page) =>
  expect(page.getByRole("main").getByText(text).first()).toBeVisible({ timeout: 1_000 });

/** An account at the provider, opened and onboarded at the stand-in's own page. */
async function openAccount(page: Page): Promise<void> {
  await page.goto("/payments");
  await page.getByRole("button", { name: "Open an account to be paid on" }).click();
  await untilSeen(page, "/payments", showing("The provider has questions for you"));
  await page.getByRole("button", { name: "Continue at the payment provider" }).click();
  await page.getByLabel("Name of the business").fill("Demo Law Office A");
  await page.getByLabel("Bank account number (invented)").fill("000123456789");
  await page.getByRole("button", { name: "Open the test account" }).click();
  await untilSeen(page, "/payments", showing("You can be paid"));
}

/** Asks the debtor for a payment into the collector's account; answers the link's path. */
async function ask(lawyer: Page, caseId: string, amount: string): Promise<string> {
  await lawyer.goto(`/cases/${caseId}/money/ask`);
  await lawyer.getByLabel("Amount").fill(amount);
  await tick(lawyer.getByRole("radio", { name: /The collector/ }));
  await lawyer.getByRole("button", { name: "Make the page" }).click();
  await lawyer.waitForURL(/\/money$/);
  const path = await lawyer.getByRole("link", { name: "Open", exact: true }).first().getAttribute("href");
  return path ?? "";
}

/** Goes on from the link to the provider's page once that is made. */
async function goToProvider(page: Page, path: string): Promise<void> {
  const go = page.getByRole("link", { name: "Pay by card or bank debit" });
  await untilSeen(page, path, () => expect(go).toBeVisible({ timeout: 1_000 }));
}

async function payWith(page: Page, card: string): Promise<void> {
  await page.getByLabel("Test card or account").selectOption(card);
  await page.getByLabel("Name of the payer").fill("Demo Payer");
  await page.getByRole("button", { name: /^Pay / }).click();
}

async function payAt(page: Page, path: string): Promise<void> {
  await goToProvider(page, path);
  await page.getByRole("link", { name: "Pay by card or bank debit" }).click();
  await payWith(page, paying);
  await page.waitForURL(/\/pay\//);
  await untilSeen(page, path, showing("Paid"));
}

test("the debtor pays at a link, the creditor pays the fee and pays in what an act costs, and the money tab says where all of it is", async ({
  browser,
  server,
}) => {
  test.setTimeout(300_000);
  const { room, person, errors } = rooms(browser, server);
  const caseId = await theEngagedCase(server);
  const money = `/cases/${caseId}/money`;
  const lawyer = await person("lawyer");
  await openAccount(lawyer);

  const link = await ask(lawyer, caseId, "1,000.00");
  const debtor = await room();
  await goToProvider(debtor, link);
  await mustBeAccessible(debtor);
  await picture(debtor, "1-pay");
  await debtor.getByRole("link", { name: "Pay by card or bank debit" }).click();
  await payWith(debtor, refused);
  await expect(debtor.getByRole("alert")).toContainText("insufficient funds");
  await mustBeAccessible(debtor);
  await payWith(debtor, paying);
  await debtor.waitForURL(/\/pay\//);
  await untilSeen(debtor, link, showing("Paid"));
  await picture(debtor, "2-paid");

  // Whoever has scripts switched off pays the same way.
  const second = await ask(lawyer, caseId, "50.00");
  const plainDebtor = await room({ javaScriptEnabled: false });
  await payAt(plainDebtor, second);

  const creditor = await person("creditor");
  await untilSeen(creditor, money, showing("1,050.00"));
  const waterfall = creditor.getByRole("table", { name: "What was paid, and what it paid" });
  await expect(waterfall.getByRole("row", { name: /Paid by the debtor/ })).toContainText("1,050.00");
  await mustBeAccessible(creditor);
  await picture(creditor, "3-waterfall");

  await creditor.getByRole("link", { name: "Pay the collector’s fee" }).click();
  await creditor.getByRole("button", { name: /^Go on to pay / }).click();
  await creditor.waitForURL(/\/pay\//);
  await payAt(creditor, new URL(creditor.url()).pathname);
  await untilSeen(creditor, money, showing("Fee paid"));

  await lawyer.goto(`${money}/advance`);
  await lawyer.getByLabel("Act").selectOption("file_suit");
  await lawyer.getByRole("textbox", { name: /^Amount/ }).fill("435.00");
  await lawyer.getByLabel("Paper").setInputFiles(aPdf("court-notice.pdf"));
  await mustBeAccessible(lawyer);
  await picture(lawyer, "4-ask-advance");
  await lawyer.getByRole("button", { name: "Ask for it" }).click();
  await expect(lawyer.getByText("The creditor has been asked").first()).toBeVisible();
  await creditor.goto(money);
  await creditor.getByRole("link", { name: "Pay in what an act costs" }).click();
  await creditor.getByRole("button", { name: /^Go on to pay 435\.00/ }).click();
  await creditor.waitForURL(/\/pay\//);
  await payAt(creditor, new URL(creditor.url()).pathname);
  const record = lawyer.getByRole("link", { name: "Record the receipt" });
  await untilSeen(lawyer, money, () => expect(record).toBeVisible({ timeout: 1_000 }));
  await record.click();
  await lawyer.getByLabel("Amount on the receipt").fill("400.00");
  await lawyer.getByLabel("Paper").setInputFiles(aPdf("court-receipt.pdf"));
  await picture(lawyer, "5-receipt");
  await lawyer.getByRole("button", { name: "Record it" }).click();
  await expect(lawyer.getByText("The receipt is recorded").first()).toBeVisible();
  await expect(lawyer.getByText(/Left for the next act, or to be given back: 35\.00/)).toBeVisible();
  await mustBeAccessible(lawyer);
  await picture(lawyer, "6-money");

  const third = await ask(lawyer, caseId, "75.00");
  await lawyer.getByRole("link", { name: "Withdraw", exact: true }).first().click();
  await mustBeAccessible(lawyer);
  await picture(lawyer, "7-withdraw");
  await lawyer.getByRole("button", { name: "Withdraw" }).click();
  await expect(lawyer.getByText("It is not asked for any more").first()).toBeVisible();
  await debtor.goto(third);
  await expect(debtor.getByText("This payment is not asked for any more").first()).toBeVisible();
  await mustBeAccessible(debtor);
  await picture(debtor, "8-withdrawn");
  expect(errors).toEqual([]);
});
