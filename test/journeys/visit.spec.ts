import type { Page } from "@playwright/test";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { faultsOf } from "./faults.ts";
import { expect, test } from "./journey.ts";
import { moveClock, signIn } from "./people.ts";
import { tick } from "./wizard.ts";

test.use({ world: "visits" });

/** Types a civil date into the browser's own control, as American hands do. */
async function typeDate(page: Page, label: string, on: string): Promise<void> {
  const [year, month, day] = on.split("-");
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.type(`${month}${day}${year}`);
}

test("without scripts, by keyboard, a visit is held to the law when it is planned and when it is told; its pages have no fault", async ({
  browser,
  server,
  page,
}) => {
  const room = { ...test.info().project.use, baseURL: server.url, javaScriptEnabled: false };
  const lawyer = await (await browser.newContext(room)).newPage();
  await signIn(lawyer, server, "lawyer3");
  await lawyer.goto("/cases?tab=engaged");
  await lawyer.locator("main tbody th a").first().press("Enter");
  await lawyer.getByRole("link", { name: "To the debtor", exact: true }).press("Enter");
  await lawyer.getByRole("link", { name: "Visit the debtor" }).press("Enter");
  await expect(lawyer.getByRole("heading", { name: "Visit the debtor" })).toBeVisible();
  const all = new URL(lawyer.url()).pathname;

  await typeDate(lawyer, "Day", addDays(dateIn("Asia/Shanghai", new Date()), 20));
  await lawyer.keyboard.press("Tab");
  await lawyer.getByLabel("Time", { exact: true }).focus();
  await lawyer.keyboard.type("23:10");
  await lawyer.getByRole("radio", { name: "The debtor’s home" }).press("Space");
  await lawyer.getByRole("radio", { name: "No, or not yet" }).press("Space");
  await lawyer.getByLabel("What for", { exact: true }).fill("Agree on instalments");
  await lawyer.getByRole("button", { name: "Plan this visit" }).press("Enter");
  await expect(lawyer.getByText("A visit at that moment is not lawful.", { exact: false })).toBeVisible();
  await expect(lawyer.getByText("GB/T 45251-2025").first()).toBeVisible();
  await expect(lawyer.getByLabel("Time", { exact: true })).toHaveValue("23:10");
  await expect(lawyer.getByLabel("What for", { exact: true })).toHaveValue("Agree on instalments");

  await lawyer.goto(all);
  await lawyer.locator("main tbody th a").first().press("Enter");
  await expect(lawyer.getByText("Lawful at the planned moment, as things stand")).toBeVisible();
  const one = new URL(lawyer.url()).pathname;
  const planned = await lawyer.locator("main dl time").first().getAttribute("datetime");

  const admin = await (await browser.newContext({ baseURL: server.url, locale: "en-US" })).newPage();
  await signIn(admin, server, "admin");
  const hours = Math.ceil((Date.parse(planned ?? "") - Date.now()) / 3_600_000) + 1;
  await moveClock(admin, { days: Math.floor(hours / 24), hours: hours % 24 });

  await signIn(page, server, "lawyer3");
  for (const address of [all, one]) expect(await faultsOf(page, { address, status: 200 })).toEqual([]);
  await lawyer.goto(one);
  await expect(lawyer.getByText("A visit is lawful now")).toBeVisible();
  await tick(lawyer.getByRole("radio", { name: "Met the debtor and spoke" }));
  await lawyer.getByLabel("To", { exact: true }).fill("14:50");
  await lawyer.getByRole("button", { name: "Record this visit" }).press("Enter");
  await expect(lawyer.getByText("The law did not allow this visit.", { exact: false })).toBeVisible();
  await expect(lawyer.getByLabel("To", { exact: true })).toHaveValue("14:50");
  for (const said of ["Who you are", "That it is recorded", "Whether they are willing"])
    await tick(lawyer.getByRole("checkbox", { name: said }));
  await lawyer.getByRole("button", { name: "Record this visit" }).press("Enter");
  await expect(lawyer.getByText("The visit is recorded.").first()).toBeVisible();
  await expect(lawyer.getByText("It took place, and the log counts it.")).toBeVisible();
});
