import type { Page } from "@playwright/test";
import { expect, test } from "./journey.ts";
import { aPdf, moveClock, signIn } from "./people.ts";

/** Kept for a person to look at; `test-results/` is not in the repository. */
const picture = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/main-job/${test.info().project.name}-${name}.png`, fullPage: true });

const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function next(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save and continue" }).click();
}

/** A choice offered as a list or as cards. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const list = page.locator(`select[name="${name}"]`);
  if ((await list.count()) > 0) await list.selectOption(value);
  else await page.locator(`input[name="${name}"][value="${value}"]`).check({ force: true });
}

/** Fills in the wizard and posts a company's unpaid invoice in California. */
async function postCase(page: Page, debtor: string): Promise<void> {
  await page.goto("/cases");
  await page.getByRole("main").getByRole("link", { name: "Post a case" }).first().click();
  const start = page.getByRole("button", { name: /start|begin/i });
  if (await start.isVisible().catch(() => false)) await start.click();
  await page.waitForURL(/\/debtor$/);
  await page.getByRole("radio", { name: /company/i }).check({ force: true });
  await page.getByLabel("Name of the debtor").fill(debtor);
  await page.locator('select[name="country"]').selectOption("US");
  await page.locator('select[name="province"]').selectOption("US-CA");
  await next(page);

  await page.waitForURL(/\/claim$/);
  await page.getByLabel("Kind of claim").selectOption("invoice_b2b");
  await page.locator('[name="creditorKind"]').first().waitFor();
  await choose(page, "creditorKind", "business");
  await page.locator('input[name="purpose"][value="commercial"]').check({ force: true });
  await page.getByLabel("What the debt is for").fill("Forty pallets of tiles, delivered and accepted in May.");
  await page.getByLabel("Principal").fill("31,250.00");
  await page.getByLabel("Due date").fill(dayBefore(90));
  await page.getByLabel("Invoice or contract number").fill(`J-${debtor.length}-${Date.now()}`);
  await page.locator('input[name="interest"][value="none"]').check({ force: true });
  await page.locator('input[name="written"][value="yes"]').check({ force: true });
  await page.getByLabel("Date of the contract").fill(dayBefore(150));
  await page.locator('input[name="assigned"][value="no"]').check({ force: true });
  await picture(page, "1-claim");
  await next(page);

  await page.waitForURL(/\/evidence$/);
  for (const kind of ["contract", "statement"]) {
    await page.locator('select[name="kind"]').selectOption(kind);
    await page.getByLabel("File").setInputFiles(aPdf(`${kind}.pdf`));
    await page.getByRole("button", { name: "Add document" }).click();
    await expect(page.getByText(`${kind}.pdf`).first()).toBeVisible();
  }
  await page.getByRole("link", { name: /continue/i }).or(page.getByRole("button", { name: /continue/i })).first().click();

  await page.waitForURL(/\/history$/);
  await page.locator('input[name="disputed"][value="no"]').check({ force: true });
  await page.locator('input[name="judgment"][value="no"]').check({ force: true });
  await next(page);

  await page.waitForURL(/\/goal$/);
  await page.getByRole("radio", { name: /Go to court/ }).check({ force: true });
  await page.getByRole("checkbox", { name: /^Success fee/ }).check({ force: true });
  await page.locator('input[name="windowHours"][value="24"]').check({ force: true });
  await next(page);

  await page.waitForURL(/\/review$/);
  await expect(page.getByText("What bidders see")).toBeVisible();
  await picture(page, "2-review");
  await page.getByRole("button", { name: "Post the case for review" }).click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
}

async function placeBid(page: Page, caseId: string, percent: string): Promise<void> {
  await page.goto(`/rounds/${caseId}`);
  await page.getByRole("link", { name: "Place a sealed bid" }).click();
  await page.getByRole("radio", { name: /^Success fee/ }).check({ force: true });
  await page.getByLabel("Percentage of what is recovered").fill(percent);
  await page.getByLabel("Your plan, step by step").fill("Reminder, one call, itemised demand, letter, then suit if needed.");
  await page.getByLabel("First act, days after signing").fill("1");
  await page.getByLabel("Months until you expect a result").fill("4");
  await page.getByRole("checkbox").last().check({ force: true });
  await picture(page, `3-bid-${percent}`);
  await page.getByRole("button", { name: "Seal and send this bid" }).click();
  await expect(page.getByText("Your bid is sealed.", { exact: false })).toBeVisible();
}

async function sign(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/engagement`);
  await page.getByLabel("Your full name").fill("Demo Person");
  await page.getByRole("checkbox").check({ force: true });
  await page.getByRole("button", { name: "Sign the engagement" }).click();
}

test("creditor, lawyers and admin take a case from posting to a lawful first step, and the law stops the hasty one", async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const person = async (role: Parameters<typeof signIn>[2]) => {
    const page = await (await browser.newContext({ baseURL: server.url, ...test.info().project.use })).newPage();
    await signIn(page, server, role);
    return page;
  };
  const debtor = "Journey Debtor Incorporated";
  const creditor = await person("creditor");
  await postCase(creditor, debtor);
  const caseId = new URL(creditor.url()).pathname.split("/")[2];

  const admin = await person("admin");
  await admin.goto(`/admin/cases/${caseId}`);
  await picture(admin, "2-admin-review");
  await admin.getByRole("button", { name: /approve/i }).click();
  await expect(admin.getByText(/approved/i).first()).toBeVisible();

  const lawyer = await person("lawyer");
  const rival = await person("lawyer2");
  await lawyer.goto("/rounds");
  await expect(lawyer.getByText("31,250.00 USD").first()).toBeVisible();
  expect(await lawyer.content()).not.toContain(debtor);
  await placeBid(lawyer, caseId, "15");
  expect(await lawyer.content()).not.toContain(debtor);
  await placeBid(rival, caseId, "18");

  await creditor.goto(`/cases/${caseId}/bids`);
  await picture(creditor, "4-sealed");
  expect(await creditor.content()).not.toContain("itemised demand, letter");
  await moveClock(admin, { days: 1, hours: 1 });
  await expect(async () => {
    await creditor.goto(`/cases/${caseId}/bids`);
    await expect(creditor.getByText("Choose who collects for you")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await picture(creditor, "5-compare");
  await creditor.getByRole("link", { name: "Award to Demo Law Office A" }).first().click();
  await picture(creditor, "6-award");
  await creditor.getByRole("button", { name: /Award to Demo Law Office A/ }).click();
  await expect(creditor.getByText("Awarded.", { exact: false })).toBeVisible();

  await sign(creditor, caseId);
  await picture(creditor, "7-signed");
  await lawyer.goto(`/cases/${caseId}`);
  expect(await lawyer.content()).not.toContain(debtor);
  await sign(lawyer, caseId);
  await lawyer.goto(`/cases/${caseId}`);
  await expect(lawyer.getByText(debtor).first()).toBeVisible();

  await lawyer.goto(`/cases/${caseId}/step?type=call`);
  await lawyer.getByRole("radio", { name: "Spoke with the debtor" }).check({ force: true });
  await lawyer.getByLabel("Number called or written to").fill("+1 555 010 0100");
  await lawyer.getByLabel("Proof", { exact: false }).first().setInputFiles(aPdf("call.pdf"));
  await lawyer.getByRole("button", { name: "Record this step" }).click();
  await expect(lawyer.getByText("Not recorded: the law did not allow it then")).toBeVisible();
  await expect(lawyer.getByText("POL-LADDER-02").first()).toBeVisible();
  await picture(lawyer, "8-blocked");

  await lawyer.goto(`/cases/${caseId}/step?type=reminder`);
  await lawyer.getByRole("radio", { name: "Delivered" }).check({ force: true });
  await lawyer.getByLabel("Why this address may be used").selectOption("consumer_used");
  await lawyer.getByLabel("Proof", { exact: false }).first().setInputFiles(aPdf("reminder.pdf"));
  await lawyer.getByRole("button", { name: "Record this step" }).click();
  await lawyer.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  await expect(lawyer.getByText("Reminder sent").first()).toBeVisible();
  await picture(lawyer, "9-case");

  await creditor.goto(`/cases/${caseId}`);
  await expect(creditor.getByText("Nobody was contacted and nothing was filed.").first()).toBeVisible();
  await picture(creditor, "9-case-creditor");
});
