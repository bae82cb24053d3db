import type { Page } from "@playwright/test";
import { test } from "./demo.ts";
import { expect } from "./journey.ts";

const onOf = (page: Page) => new URL(page.url()).searchParams.get("on");

test("the ladder follows the slider by keyboard without a new page, and its address and its words follow the ladder", async ({
  browser,
  demo,
  server,
}) => {
  const { viewport, isMobile, hasTouch } = test.info().project.use;
  const look = { viewport, isMobile, hasTouch, baseURL: server.url };
  const page = await (await browser.newContext({ ...look, storageState: demo.sessions.lawyer })).newPage();
  await page.goto(`/cases/${demo.cases.engaged}`);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.body.setAttribute("data-same-page", "yes"));

  const slider = page.getByRole("slider", { name: "Show the ladder on another date" });
  await slider.focus();
  for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press("ArrowRight");
  await expect.poll(() => onOf(page)).not.toBeNull();
  const on = onOf(page) ?? "";
  await expect(slider).toHaveValue("10");
  await expect(page.getByLabel("Date", { exact: true })).toHaveValue(on);
  await expect(page.getByRole("status").filter({ hasText: "if nothing else happened" })).toBeVisible();
  expect(await page.evaluate(() => document.body.getAttribute("data-same-page"))).toBe("yes");

  await page.getByRole("link", { name: "Back to today" }).click();
  await expect.poll(() => onOf(page)).toBeNull();
  await expect(slider).toHaveValue("0");
});

test("a missing prerequisite leads to the form that brings it, and its citation to the rule's row", async ({
  browser,
  demo,
  server,
}) => {
  const room = await browser.newContext({ baseURL: server.url, storageState: demo.sessions.lawyer });
  const page = await room.newPage();
  await page.goto(`/cases/${demo.cases.engaged}`);
  const arbitration = page.getByRole("listitem").filter({ hasText: "Blocked: Arbitration" });
  await arbitration.locator("summary").click();
  await arbitration.getByRole("link", { name: "Add the arbitration agreement" }).click();
  await expect(page).toHaveURL(/\/add-fact\?fact=arbitrationAgreement$/);
  await expect(page.getByRole("radio", { name: "Yes" })).toBeAttached();

  await page.goBack();
  await arbitration.locator("summary").click();
  await arbitration.getByRole("link", { name: "POL-LADDER-06" }).click();
  await expect(page).toHaveURL(/\/law#POL-LADDER-06$/);
  await expect(page.getByRole("link", { name: "POL-LADDER-06" })).toBeInViewport();
});

test("keys pressed while a page wakes up are not lost on the browser and break nothing", async ({
  browser,
  demo,
  server,
}) => {
  const room = await browser.newContext({ baseURL: server.url, storageState: demo.sessions.lawyer });
  const page = await room.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  const devtools = await room.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 8 });
  await page.goto(`/cases/${demo.cases.engaged}`, { waitUntil: "commit" });
  const menu = page.getByRole("button", { name: /^Account of/ });
  for (let presses = 0; presses < 400 && !(await menu.isVisible()); presses += 1)
    await page.keyboard.press("Tab");
  await expect(menu).toBeVisible();
  expect(errors).toEqual([]);
});
