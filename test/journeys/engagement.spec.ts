import AxeBuilder from "@axe-core/playwright";
import { type Browser, type Page, expect as plain } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { connect } from "#db/client.ts";
import { licences, users } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import type { ProductServer } from "#test/support/product-server.ts";
import { expect, test } from "./journey.ts";
import { aPdf, type DemoRole, moveClock, signEngagement, signIn, signPaper } from "./people.ts";
import { tick } from "./wizard.ts";

const picture = (page: Page, name: string) =>
  page.screenshot({
    path: `test-results/engagement/${test.info().project.name}-${name}.png`,
    fullPage: true,
  });

const cast = (browser: Browser, server: ProductServer) => async (role: DemoRole) => {
  const room = await browser.newContext({ baseURL: server.url, ...test.info().project.use });
  const page = await room.newPage();
  await signIn(page, server, role);
  return page;
};

/** The demo's case in California that a lawyer is collecting, and whose licence it rests on. */
async function theEngagedCase(server: ProductServer) {
  const { db, close } = connect({ ...server.owner, max: 1 });
  try {
    const [found] = await db
      .select()
      .from(cases)
      .where(and(eq(cases.status, "engaged"), eq(cases.jurisdiction, "US-CA")));
    return found.caseId;
  } finally {
    await close();
  }
}

/** A term that ends in so many days, as if the register had named it so: the licence is seeded, the clock is the product's. */
async function endTheTerm(server: ProductServer, orgId: string, validTo: string): Promise<string> {
  const { db, close } = connect({ ...server.owner, max: 1 });
  try {
    const [row] = await db
      .update(licences)
      .set({ validTo })
      .where(and(eq(licences.orgId, orgId), eq(licences.territory, "US-CA")))
      .returning();
    return row.id;
  } finally {
    await close();
  }
}

async function orgOf(server: ProductServer, email: string): Promise<string> {
  const { db, close } = connect({ ...server.owner, max: 1 });
  try {
    const [user] = await db.select().from(users).where(eq(users.email, email));
    const [row] = await db.query.memberships.findMany({ where: (each) => eq(each.userId, user.id) });
    return row.orgId;
  } finally {
    await close();
  }
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("expiry during an engagement: the case stops in that second, the creditor waits, and the renewal opens it again", async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const enter = cast(browser, server);
  const caseId = await theEngagedCase(server);
  const licenceId = await endTheTerm(server, await orgOf(server, "lawyer@demo.example"), inDays(2));
  const [creditor, lawyer, admin] = [await enter("creditor"), await enter("lawyer"), await enter("admin")];

  await lawyer.goto(`/cases/${caseId}/engagement`);
  await lawyer.getByRole("link", { name: "Read and sign" }).click();
  await lawyer.waitForURL(/\/amendments\//);
  await picture(lawyer, "1-amendment");
  await signPaper(lawyer, new URL(lawyer.url()).pathname, "Sign the amendment");
  await expect(lawyer.getByText("In force", { exact: true }).first()).toBeVisible();
  await picture(lawyer, "2-engagement");

  await moveClock(admin, { days: 3 });
  await expect(async () => {
    await creditor.goto(`/cases/${caseId}`);
    await expect(creditor.getByText(/may not act on/).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  await lawyer.goto(`/cases/${caseId}/step?type=reminder`);
  await tick(lawyer.getByRole("radio", { name: "Delivered" }));
  await lawyer.getByLabel("Why this address may be used").selectOption("consumer_used");
  await lawyer.getByLabel("Proof", { exact: false }).first().setInputFiles(aPdf("late-reminder.pdf"));
  await lawyer.getByRole("button", { name: "Record this step" }).click();
  await expect(lawyer.getByText("POL-MANDATE-01").first()).toBeVisible();
  await picture(lawyer, "3-refused");

  await creditor.getByRole("link", { name: "Read it and decide" }).first().click();
  await picture(creditor, "4-lapse");
  plain((await new AxeBuilder({ page: creditor }).setLegacyMode().analyze()).violations).toEqual([]);
  await creditor.getByLabel("Wait until").fill(inDays(20));
  await creditor.getByRole("button", { name: "Wait until then" }).click();
  await expect(creditor.getByText("Your choice is recorded.").first()).toBeVisible();

  await lawyer.goto(`/licences/${licenceId}`);
  await lawyer.getByLabel("Valid from").fill(inDays(-30));
  await lawyer.getByLabel("First day it no longer holds").fill(inDays(400));
  await lawyer.getByLabel("Proof").setInputFiles(aPdf("renewal.pdf"));
  await lawyer.getByRole("button", { name: "Submit again" }).click();
  await expect(lawyer.getByText("Your licence is submitted for review.").first()).toBeVisible();
  await admin.goto(`/admin/licences/${licenceId}/verify`);
  await admin.getByRole("button", { name: "Verify the licence" }).click();
  await expect(admin.getByText(/reference of the look-up or a print/).first()).toBeVisible();
  await admin.getByLabel("Reference of the look-up").fill("https://register.example/000101");
  await picture(admin, "5-verify");
  await admin.getByRole("button", { name: "Verify the licence" }).click();
  await admin.waitForURL(/\/admin\/licences$/);
  await creditor.goto(`/cases/${caseId}`);
  await plain(creditor.getByText(/may not act on/)).toHaveCount(0);
});

test("re-tender: one press ends the mandate and opens a round, and the successor starts with the facts and none of the plans", async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const enter = cast(browser, server);
  const caseId = await theEngagedCase(server);
  const [creditor, lawyer, rival, admin] = [
    await enter("creditor"),
    await enter("lawyer"),
    await enter("lawyer2"),
    await enter("admin"),
  ];
  await lawyer.goto(`/cases/${caseId}`);
  await expect(lawyer.getByText("Demo Debtor Trading Inc").first()).toBeVisible();

  await creditor.goto(`/cases/${caseId}/engagement`);
  await creditor.getByRole("link", { name: "End the mandate and tender anew" }).click();
  await picture(creditor, "6-retender");
  await creditor.getByRole("button", { name: "End it and open a round" }).click();
  await expect(creditor.getByText("The mandate has ended and a new round is open.").first()).toBeVisible();
  const gone = await lawyer.goto(`/cases/${caseId}`);
  plain(gone?.status()).toBe(404);

  await rival.goto(`/rounds/${caseId}`);
  plain(await rival.content()).not.toContain("Demo Debtor Trading Inc");
  await rival.getByRole("link", { name: "Place a sealed bid" }).click();
  await tick(rival.getByRole("radio", { name: /^Success fee/ }));
  await rival.getByLabel("Percentage of what is recovered").fill("13");
  await rival
    .getByLabel("Your plan, step by step")
    .fill("Read what was done, one call, an itemised demand, then suit.");
  await rival.getByLabel("First act, days after signing").fill("2");
  await rival.getByLabel("Months until you expect a result").fill("4");
  await tick(rival.getByRole("checkbox").last());
  await rival.getByRole("button", { name: "Seal and send this bid" }).click();
  await expect(rival.getByText("Your bid is sealed.", { exact: false }).first()).toBeVisible();

  await moveClock(admin, { days: 4, hours: 1 });
  await expect(async () => {
    await creditor.goto(`/cases/${caseId}/bids`);
    await expect(creditor.getByRole("link", { name: /^Award to Demo Law Firm B/ }).first()).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 40_000 });
  await creditor
    .getByRole("link", { name: /^Award to Demo Law Firm B/ })
    .first()
    .click();
  await picture(creditor, "7-award");
  await creditor.getByRole("button", { name: /Award to Demo Law Firm B/ }).click();
  await expect(creditor.getByText("Awarded.", { exact: false }).first()).toBeVisible();
  await signEngagement(creditor, caseId);
  await signEngagement(rival, caseId);
  await rival.goto(`/cases/${caseId}`);
  await expect(rival.getByText("Demo Debtor Trading Inc").first()).toBeVisible();
  await expect(rival.getByText("Reminder sent").first()).toBeVisible();
  plain(await rival.content()).not.toContain("Nobody was contacted and nothing was filed.");
  await picture(rival, "8-successor");
});
