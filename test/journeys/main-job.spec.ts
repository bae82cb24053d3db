import type { Locator, Page } from "@playwright/test";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import { expect, test } from "./journey.ts";
import { aPdf, moveClock, signIn } from "./people.ts";

/** Kept for a person to look at; `test-results/` is not in the repository. */
const picture = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/main-job/${test.info().project.name}-${name}.png`, fullPage: true });

const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function next(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save and continue" }).click();
}

/** Ticks a choice as a finger does: on its label, out of the way of whatever lies over the page's edge. */
async function tick(choice: Locator): Promise<void> {
  const id = await choice.getAttribute("id");
  await choice.page().locator(`label[for="${id}"]`).first().click();
  await expect(choice).toBeChecked();
}

/** A choice offered as a list or as cards. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const list = page.locator(`select[name="${name}"]`);
  if ((await list.count()) > 0) await list.selectOption(value);
  else await tick(page.locator(`input[name="${name}"][value="${value}"]`));
}

/** Fills in the wizard and posts a company's unpaid invoice in California. */
async function postCase(page: Page, debtor: string): Promise<void> {
  await page.goto("/cases/new");
  await page.getByRole("button", { name: "Start" }).click();
  await page.waitForURL(/\/debtor$/);
  await tick(page.getByRole("radio", { name: /company/i }));
  await page.getByLabel("Name of the debtor").fill(debtor);
  await page.locator('select[name="country"]').selectOption("US");
  await page.locator('select[name="province"]').selectOption("US-CA");
  await next(page);

  await page.waitForURL(/\/claim$/);
  await page.getByLabel("Kind of claim").selectOption("invoice_b2b");
  await page.locator('[name="creditorKind"]').first().waitFor();
  await choose(page, "creditorKind", "business");
  await tick(page.locator('input[name="purpose"][value="commercial"]'));
  await page
    .getByLabel("What the debt is for")
    .fill("Forty pallets of tiles, delivered and accepted in May.");
  await page.getByLabel("Principal").fill("31,250.00");
  await page.getByLabel("Due date").fill(dayBefore(90));
  await page.getByLabel("Invoice or contract number").fill(`J-${debtor.length}-${Date.now()}`);
  await tick(page.locator('input[name="interest"][value="none"]'));
  await tick(page.locator('input[name="written"][value="yes"]'));
  await page.getByLabel("Date of the contract").fill(dayBefore(150));
  await tick(page.locator('input[name="assigned"][value="no"]'));
  await picture(page, "1-claim");
  await next(page);

  await page.waitForURL(/\/evidence$/);
  for (const kind of ["contract", "statement"]) {
    await page.locator('select[name="kind"]').selectOption(kind);
    await page.getByLabel("File").setInputFiles(aPdf(`${kind}.pdf`));
    await page.getByRole("button", { name: "Add document" }).click();
    await expect(page.getByText(`${kind}.pdf`).first()).toBeVisible();
  }
  await page
    .getByRole("link", { name: /continue/i })
    .or(page.getByRole("button", { name: /continue/i }))
    .first()
    .click();

  await page.waitForURL(/\/history$/);
  await tick(page.locator('input[name="disputed"][value="no"]'));
  await tick(page.locator('input[name="judgment"][value="no"]'));
  await next(page);

  await page.waitForURL(/\/goal$/);
  await tick(page.getByRole("radio", { name: /Go to court/ }));
  await tick(page.getByRole("checkbox", { name: /^Success fee/ }));
  await tick(page.locator('input[name="windowHours"][value="24"]'));
  await next(page);

  await page.waitForURL(/\/review$/);
  await expect(page.getByText("What bidders see").first()).toBeVisible();
  await picture(page, "2-review");
  await page.getByRole("button", { name: "Post the case for review" }).click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
}

/** At least 25 hours on, to a weekday between 9 and 16 at the debtor's place, whatever the hour this test runs at. */
function pastTheRoundIntoWorkingHours(zone: string): { days: number; hours: number } {
  for (let hours = 25; hours < 25 + 24 * 7; hours += 1) {
    const at = new Date(Date.now() + hours * 3_600_000);
    const weekday = new Date(`${dateIn(zone, at)}T00:00:00Z`).getUTCDay();
    const hour = Number(timeIn(zone, at).slice(0, 2));
    if (weekday >= 1 && weekday <= 5 && hour >= 9 && hour < 16)
      return { days: Math.floor(hours / 24), hours: hours % 24 };
  }
  throw new Error("A week without a working hour");
}

async function placeBid(page: Page, caseId: string, percent: string): Promise<void> {
  await page.goto(`/rounds/${caseId}`);
  await page.getByRole("link", { name: "Place a sealed bid" }).click();
  await tick(page.getByRole("radio", { name: /^Success fee/ }));
  await page.getByLabel("Percentage of what is recovered").fill(percent);
  await page
    .getByLabel("Your plan, step by step")
    .fill("Reminder, one call, itemised demand, letter, then suit if needed.");
  await page.getByLabel("First act, days after signing").fill("1");
  await page.getByLabel("Months until you expect a result").fill("4");
  await tick(page.getByRole("checkbox").last());
  await picture(page, `3-bid-${percent}`);
  await page.getByRole("button", { name: "Seal and send this bid" }).click();
  await expect(page.getByText("Your bid is sealed.", { exact: false }).first()).toBeVisible();
}

async function sign(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}/engagement`);
  await page.getByLabel("Your full name").fill("Demo Person");
  await tick(page.getByRole("checkbox"));
  await page.getByRole("button", { name: "Sign the engagement" }).click();
  await expect(page.getByText(/Signed\.|Both sides have signed/).first()).toBeVisible();
}

test("creditor, lawyers and admin take a case from posting to a lawful first step, and the law stops the hasty one", async ({
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const person = async (role: Parameters<typeof signIn>[2]) => {
    const page = await (
      await browser.newContext({ baseURL: server.url, ...test.info().project.use })
    ).newPage();
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
  await admin.getByRole("link", { name: "Approve", exact: true }).click();
  await admin.getByRole("button", { name: /^Approve .* and open the round$/ }).click();
  await expect(admin.getByText("The case is approved and its round is open.").first()).toBeVisible();

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
  await moveClock(admin, pastTheRoundIntoWorkingHours("America/Los_Angeles"));
  await expect(async () => {
    await creditor.goto(`/cases/${caseId}/bids`);
    await expect(creditor.getByText("Choose who collects for you").first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await picture(creditor, "5-compare");
  await creditor.getByRole("link", { name: "Award to Demo Law Office A" }).first().click();
  await picture(creditor, "6-award");
  await creditor.getByRole("button", { name: /Award to Demo Law Office A/ }).click();
  await expect(creditor.getByText("Awarded.", { exact: false }).first()).toBeVisible();

  await sign(creditor, caseId);
  await picture(creditor, "7-signed");
  await lawyer.goto(`/cases/${caseId}`);
  expect(await lawyer.content()).not.toContain(debtor);
  await sign(lawyer, caseId);
  await lawyer.goto(`/cases/${caseId}`);
  await expect(lawyer.getByText(debtor).first()).toBeVisible();

  await lawyer.goto(`/cases/${caseId}/step?type=call`);
  await tick(lawyer.getByRole("radio", { name: "Spoke with the debtor" }));
  await lawyer.getByLabel("Number called or written to").fill("+1 555 010 0100");
  await lawyer.getByLabel("Proof", { exact: false }).first().setInputFiles(aPdf("call.pdf"));
  await lawyer.getByRole("button", { name: "Record this step" }).click();
  await expect(lawyer.getByText("Not recorded: the law did not allow it then").first()).toBeVisible();
  await expect(lawyer.getByText("POL-LADDER-02").first()).toBeVisible();
  await picture(lawyer, "8-blocked");

  await lawyer.goto(`/cases/${caseId}/step?type=reminder`);
  await tick(lawyer.getByRole("radio", { name: "Delivered" }));
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
