import AxeBuilder from "@axe-core/playwright";
import { type Browser, type Page, expect as plain } from "@playwright/test";
import type { ProductServer } from "#test/support/product-server.ts";
import { expect, test } from "./journey.ts";
import { type DemoRole, moveClock, signIn, signPaper } from "./people.ts";
import { dayBefore, tick } from "./wizard.ts";

/** Kept for a person to look at; `test-results/` is not in the repository. */
const picture = (page: Page, name: string) =>
  page.screenshot({
    path: `test-results/portfolio/${test.info().project.name}-${name}.png`,
    fullPage: true,
  });

const clean = async (page: Page) =>
  plain((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);

const cast = (browser: Browser, server: ProductServer) => async (role: DemoRole) => {
  const room = await browser.newContext({ baseURL: server.url, ...test.info().project.use });
  const page = await room.newPage();
  await signIn(page, server, role);
  return page;
};

/** Claims in California of two sizes, one that stands in the file twice and one with a ZIP code of nowhere; its amounts have a name of their own. */
function claimsFile() {
  const row = (no: number, amount: string, zip = "94103") =>
    [`J-${no}`, `Journey Buyer ${no} Inc`, "CA", zip, "n/a", amount, dayBefore(120 + no)].join(",");
  const rows = [1, 2, 3, 4, 5].map((no) => row(no, `${1_900 + no}.00`));
  const large = [6, 7, 8].map((no) => row(no, `${12_000 + no}.00`));
  const lines = [...rows, ...large, rows[0], row(9, "700.00", "xx")];
  return {
    name: "journey-claims.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      `${["Our reference,Customer,State,ZIP,Amount,Outstanding today,Due date", ...lines].join("\n")}\n`,
    ),
  };
}

/** Tries the file, corrects the column that was guessed wrongly, and imports it. */
async function importFile(creditor: Page): Promise<void> {
  await creditor.goto("/portfolios");
  await creditor.getByLabel("File of claims").setInputFiles(claimsFile());
  await creditor.getByRole("button", { name: "Try it, keep nothing" }).click();
  const amount = creditor.locator('select[name="columns.principal"]');
  await expect(amount).toHaveValue("Amount");
  await amount.selectOption("Outstanding today");
  await picture(creditor, "1-mapping");
  await clean(creditor);
  await creditor.getByLabel("File of claims").setInputFiles(claimsFile());
  await creditor.getByRole("button", { name: "Import", exact: true }).click();
  await creditor.waitForURL(/\/portfolios\/[0-9a-f-]{36}$/);
  await expect(creditor.getByText("The file was imported.").first()).toBeVisible();
}

/** The code of the one lot that its round, its award and its mandate are about. */
async function splitAndSend(creditor: Page): Promise<void> {
  await creditor.getByRole("button", { name: "Split into lots" }).click();
  await expect(creditor.getByText("The lots were changed.").first()).toBeVisible();
  await picture(creditor, "2-lots");
  await tick(creditor.locator('input[name="goal"][value="up_to_lawsuit"]'));
  await tick(creditor.locator('input[name="windowHours"][value="24"]'));
  await creditor.getByRole("button", { name: "Send for review" }).click();
  await expect(creditor.getByText("The portfolio was sent for review.").first()).toBeVisible();
}

/** One rate for small claims and another for the large ones. */
async function bidByBand(page: Page, lotId: string, small: string, large: string): Promise<void> {
  await page.goto(`/lots/${lotId}/bid`);
  const rates = page.locator('input[name^="rate."]');
  plain(await rates.count()).toBe(2);
  await rates.nth(0).fill(small);
  await rates.nth(1).fill(large);
  await page
    .getByLabel("Your plan, step by step")
    .fill("A reminder to all, itemised demands by the third week, the largest first.");
  await page.getByLabel("First act, days after signing").fill("3");
  await page.getByLabel("Months until you expect a result").fill("8");
  await tick(page.locator('input[name="conflictDeclared"]'));
  await picture(page, `4-bid-${small}`);
  await page.getByRole("button", { name: "Seal and send this bid" }).click();
  await expect(page.getByText("Your bid is sealed.", { exact: false }).first()).toBeVisible();
  plain(await page.content()).not.toContain("Journey Buyer");
}

test("a creditor's file becomes a lot, two firms bid by band, and after both signatures every claim is a case", async ({
  browser,
  server,
}) => {
  test.setTimeout(360_000);
  const enter = cast(browser, server);
  const [creditor, admin] = [await enter("creditor"), await enter("admin")];
  await importFile(creditor);
  const portfolio = new URL(creditor.url()).pathname;
  await splitAndSend(creditor);

  await admin.goto(`/admin${portfolio}`);
  await picture(admin, "3-review");
  await tick(admin.getByRole("radio", { name: "Approve and open the rounds" }));
  await admin.getByRole("button", { name: "Decide" }).click();
  await expect(admin.getByText("The portfolio was decided.").first()).toBeVisible();

  await creditor.goto(portfolio);
  await creditor.getByRole("link", { name: /^L-/ }).click();
  await creditor.waitForURL(/\/lots\/[0-9a-f-]{36}$/);
  const lotId = new URL(creditor.url()).pathname.split("/")[2];
  const [lawyer, rival] = [await enter("lawyer"), await enter("lawyer2")];
  await bidByBand(lawyer, lotId, "18", "12");
  await bidByBand(rival, lotId, "25", "19");

  await creditor.goto(`/lots/${lotId}/bids`);
  await expect(creditor.getByText("2 sealed bids so far")).toBeVisible();
  plain(await creditor.content()).not.toContain("itemised demands by the third week");
  await picture(creditor, "5-sealed");
  await moveClock(admin, { days: 1, hours: 1 });
  await expect(async () => {
    await creditor.goto(`/lots/${lotId}/bids`);
    await expect(creditor.getByText("Choose who collects for you").first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  await picture(creditor, "6-compare");
  await clean(creditor);

  await creditor.getByRole("link", { name: "Award to Demo Law Office A" }).first().click();
  await picture(creditor, "7-award");
  await creditor.getByRole("button", { name: /^Award to Demo Law Office A/ }).click();
  await expect(creditor.getByText("Awarded.", { exact: false }).first()).toBeVisible();
  const mandate = `/lots/${lotId}/engagement`;
  await signPaper(creditor, mandate, "Sign the engagement");
  plain((await lawyer.goto(`/lots/${lotId}/claims`))?.status()).toBe(404);
  await signPaper(lawyer, mandate, "Sign the engagement");
  await picture(lawyer, "8-mandate");
  await clean(lawyer);

  await expect(async () => {
    await lawyer.goto(`/lots/${lotId}/claims`);
    await expect(lawyer.getByText("8 of 8 claims are cases.")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await picture(lawyer, "9-cases");
  await lawyer.getByRole("link", { name: "Journey Buyer 3 Inc" }).click();
  await lawyer.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  await expect(lawyer.getByText("Journey Buyer 3 Inc").first()).toBeVisible();
  await picture(lawyer, "10-case");
  await creditor.goto(portfolio);
  await expect(creditor.getByText("8 of 8 claims are cases")).toBeVisible();
  await picture(creditor, "11-portfolio");
});
