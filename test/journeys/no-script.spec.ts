import type { Browser, Locator, Page } from "@playwright/test";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { demoPassword } from "#db/seed.ts";
import type { ProductServer } from "#test/support/product-server.ts";
import { test } from "./demo.ts";
import { expect } from "./journey.ts";
import { aPdf, type DemoRole, signIn } from "./people.ts";
import { fillWizard, tick } from "./wizard.ts";

async function withoutScripts(browser: Browser, server: ProductServer): Promise<Page> {
  const room = { ...test.info().project.use, baseURL: server.url, javaScriptEnabled: false };
  return (await browser.newContext(room)).newPage();
}

test("without scripts a case is posted, approved and bid on, and the language changes", async ({
  browser,
  server,
}) => {
  const person = async (role: DemoRole) => {
    const page = await withoutScripts(browser, server);
    await signIn(page, server, role);
    return page;
  };
  const creditor = await person("creditor");
  await creditor.getByRole("button", { name: "中文" }).last().click();
  await expect(creditor.locator("html")).toHaveAttribute("lang", /^zh/);
  await creditor.getByRole("button", { name: "English" }).last().click();
  await expect(creditor.locator("html")).toHaveAttribute("lang", /^en/);

  await fillWizard(creditor, "Scriptless Debtor Incorporated");
  await creditor.getByRole("button", { name: "Post the case for review" }).click();
  await creditor.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  const caseId = new URL(creditor.url()).pathname.split("/")[2];

  const admin = await person("admin");
  await admin.goto(`/admin/cases/${caseId}/approve`);
  await admin.getByRole("button", { name: /^Approve .* and open the round$/ }).click();
  await expect(admin.getByText("The case is approved and its round is open.").first()).toBeVisible();

  const lawyer = await person("lawyer");
  await lawyer.goto(`/rounds/${caseId}/bid`);
  await tick(lawyer.getByRole("radio", { name: /^Success fee/ }));
  await lawyer.getByLabel("Percentage of what is recovered").fill("14");
  await lawyer.getByRole("button", { name: "Work the fee through" }).click();
  await expect(lawyer.getByText("4,375.00").first()).toBeVisible();
  await lawyer.getByLabel("Your plan, step by step").fill("Reminder, one call, itemised demand, letter.");
  await lawyer.getByLabel("First act, days after signing").fill("1");
  await lawyer.getByLabel("Months until you expect a result").fill("4");
  await tick(lawyer.getByRole("checkbox").last());
  await lawyer.getByRole("button", { name: "Seal and send this bid" }).click();
  await expect(lawyer.getByText("Your bid is sealed.", { exact: false }).first()).toBeVisible();
});

test("without scripts and by the keyboard a debtor's details are shown for a purpose, stay over a reload, and who looked stands beside them", async ({
  browser,
  server,
  demo,
}) => {
  const lawyer = await withoutScripts(browser, server);
  await signIn(lawyer, server, "lawyer");
  const casePath = `/cases/${demo.cases.engaged}`;
  await lawyer.goto(casePath);
  const what = lawyer.getByRole("combobox", { name: "Show contact details: what for?" });
  const details = lawyer.locator(".pairs", { hasText: "Debtor" }).last();
  await expect(details).toContainText("Street hidden");
  const masked = await details.innerText();
  await what.focus();
  await lawyer.keyboard.press("Tab");
  await lawyer.keyboard.press("Enter");
  await expect(lawyer.getByRole("alert")).toContainText("Choose");
  await expect(lawyer.getByText("Street hidden").first()).toBeAttached();
  await what.selectOption("To prepare a court paper");
  await what.focus();
  await lawyer.keyboard.press("Tab");
  await lawyer.keyboard.press("Enter");
  await lawyer.waitForURL((url) => url.pathname === casePath);
  for (const _ of ["shown", "reloaded"]) {
    await expect(details).not.toContainText("hidden");
    expect(await details.innerText()).not.toBe(masked);
    await expect(lawyer.getByText(/^Visible to you until/)).toBeVisible();
    await expect(lawyer.getByText(/To prepare a court paper/)).toBeVisible();
    await lawyer.reload();
  }
});

test("without scripts a step that the law refuses is kept with its reasons", async ({
  browser,
  server,
  demo,
}) => {
  const lawyer = await withoutScripts(browser, server);
  await signIn(lawyer, server, "lawyer");
  await lawyer.goto(`/cases/${demo.cases.engaged}/step?type=call`);
  const yesterday = addDays(dateIn("America/Los_Angeles", new Date()), -1);
  await lawyer.getByLabel("Date", { exact: true }).fill(yesterday);
  await lawyer.getByLabel("Time", { exact: true }).fill("03:00");
  await tick(lawyer.getByRole("radio", { name: "No answer" }));
  await lawyer.getByLabel("Number called or written to").fill("+1 555 010 0100");
  await lawyer.getByLabel("Proof", { exact: false }).first().setInputFiles(aPdf("night.pdf"));
  await lawyer.getByRole("button", { name: "Record this step" }).click();
  await expect(lawyer.getByText("Not recorded: the law did not allow it then").first()).toBeVisible();
  await expect(lawyer.getByText("POL-LADDER-08").first()).toBeVisible();
});

test("without scripts the ladder moves by its slider or its date, and a day that is none is said at the field", async ({
  browser,
  server,
  demo,
}) => {
  const lawyer = await withoutScripts(browser, server);
  await signIn(lawyer, server, "lawyer");
  const at = `/cases/${demo.cases.engaged}`;
  await lawyer.goto(at);
  await lawyer.getByRole("slider").focus();
  for (let presses = 0; presses < 3; presses += 1) await lawyer.keyboard.press("ArrowRight");
  await lawyer.getByRole("button", { name: "Show", exact: true }).click();
  await expect(lawyer).toHaveURL(/\?on=\d{4}-\d{2}-\d{2}$/);
  await expect(lawyer.getByRole("slider")).toHaveValue("3");
  await lawyer.goto(`${at}?on=2027-02-30`);
  await expect(lawyer.getByText("The ladder is shown for today.")).toBeVisible();
});

test("the keyboard alone signs in, walks a list and opens a case, and always sees where it is", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await page.waitForLoadState("networkidle");
  await tabTo(page, page.getByLabel("E-mail"));
  await page.keyboard.type("creditor@demo.example");
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(demoPassword);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/home$/);
  await page.waitForLoadState("networkidle");

  await tabTo(page, page.getByRole("navigation").getByRole("link", { name: "Cases", exact: true }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cases$/);
  await tabTo(page, page.getByRole("link", { name: /^Open/ }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/tab=open/);
  const rows = page.locator("tbody tr th a");
  await tabTo(page, rows.nth(0));
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await walkToTheEnd(page);
});

/** Presses Tab until the focus is there, and sees it at every stop. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    expect(await faultOfFocus(page)).toBeNull();
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never came to ${target}`);
}

/** Presses Tab through the rest of a page, down into its footer. */
async function walkToTheEnd(page: Page): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    expect(await faultOfFocus(page)).toBeNull();
    if (await page.evaluate(() => document.activeElement?.closest("footer") != null)) return;
  }
  throw new Error("Tab never came to the footer");
}

/** Why a person could not see where the focus is: no mark around it, or all of it behind something (WCAG 2.4.7, 2.4.11). */
function faultOfFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const name = `${focused.tagName} ${focused.textContent?.trim().slice(0, 40) || focused.getAttribute("name")}`;
    const near = [focused, focused.parentElement, focused.closest("label"), focused.nextElementSibling];
    const styles = near.flatMap((element) =>
      element ? [null, "::before", "::after"].map((part) => getComputedStyle(element, part)) : [],
    );
    const marked = styles.some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none",
    );
    if (!marked) return `${name} shows no focus`;
    const { left, top, width, height } = focused.getBoundingClientRect();
    const seen = [0.1, 0.5, 0.9].some((across) =>
      [0.1, 0.5, 0.9].some((down) => {
        const there = document.elementFromPoint(left + width * across, top + height * down);
        return there !== null && (focused.contains(there) || there.contains(focused));
      }),
    );
    return seen ? null : `${name} is hidden behind something`;
  });
}
