import type { Page } from "@playwright/test";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import { expect, test } from "./journey.ts";
import { aPdf, moveClock, signEngagement, signIn } from "./people.ts";
import { fillWizard, tick } from "./wizard.ts";

/** Kept for a person to look at; `test-results/` is not in the repository. */
const picture = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/main-job/${test.info().project.name}-${name}.png`, fullPage: true });

/** Posts a company's unpaid invoice in California through the wizard. */
async function postCase(page: Page, debtor: string): Promise<void> {
  await fillWizard(page, debtor);
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

  await signEngagement(creditor, caseId);
  await picture(creditor, "7-signed");
  await lawyer.goto(`/cases/${caseId}`);
  expect(await lawyer.content()).not.toContain(debtor);
  await signEngagement(lawyer, caseId);
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
