import type { Locator, Page } from "@playwright/test";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { expect } from "./journey.ts";
import { aPdf } from "./people.ts";

/** A day that is over by the product's clock too, wherever a journey has moved it: it goes forward only. */
export const dayBefore = (days: number) => addDays(dateIn("UTC", new Date()), -days);

async function next(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save and continue" }).click();
}

/** Ticks a choice as a finger does: on its label, out of the way of whatever lies over the page's edge. */
export async function tick(choice: Locator): Promise<void> {
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

/** Fills in the wizard for a company's unpaid invoice in California, as far as its review page. */
export async function fillWizard(page: Page, debtor: string): Promise<void> {
  await page.goto("/cases/new");
  await page.getByRole("button", { name: "Start" }).click();
  await page.waitForURL(/\/debtor$/);
  await tick(page.getByRole("radio", { name: /company/i }));
  await page.getByLabel("Name of the debtor").fill(debtor);
  await page.locator('select[name="country"]').selectOption("US");
  await askForTheNextList(page);
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
}

/** Where scripts are off, a button fetches what a choice opens. */
async function askForTheNextList(page: Page): Promise<void> {
  const ask = page.getByRole("button", { name: "Choose country" });
  if (await ask.isVisible()) await ask.click();
}
