import { test } from "./demo.ts";
import { expect } from "./journey.ts";

test("on the list of rounds single keys walk, search and open from anywhere, never while one types, and can be switched off", async ({
  browser,
  server,
  demo,
}) => {
  const desk = { viewport: { width: 1280, height: 800 }, baseURL: server.url };
  const room = await browser.newContext({ ...desk, storageState: demo.sessions.lawyer });
  const page = await room.newPage();
  await page.goto("/rounds");
  await page.waitForLoadState("networkidle");
  const rows = page.locator("main tr.linked > th > a");
  await expect(page.getByText("Keys: j and k move between rows")).toBeVisible();
  await page.keyboard.press("j");
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(rows.nth(0)).toBeFocused();

  await page.keyboard.press("/");
  const search = page.getByRole("search").getByRole("searchbox");
  await expect(search).toBeFocused();
  await page.keyboard.type("jko/");
  await expect(search).toHaveValue("jko/");
  await search.fill("");
  await search.blur();

  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await page.waitForURL(/\/(rounds|lots)\/[0-9a-f-]{36}$/);

  await page.goto("/account");
  await page.getByRole("button", { name: "Switch them off" }).click();
  await expect(page.getByRole("button", { name: "Switch them on" })).toBeVisible();
  await page.goto("/rounds");
  await page.waitForLoadState("networkidle");
  await expect(page.getByText("Keys: j and k")).toHaveCount(0);
  await page.keyboard.press("j");
  await expect(rows.nth(0)).not.toBeFocused();
  await room.close();
});

test("on a phone without scripts an administrator comes from the bar to every page of theirs", async ({
  browser,
  server,
  demo,
}) => {
  const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false, baseURL: server.url };
  const room = await browser.newContext({ ...phone, storageState: demo.sessions.admin });
  const page = await room.newPage();
  await page.goto("/home");
  const bar = page.getByRole("navigation", { name: "Main" }).getByRole("link");
  await expect(bar.filter({ visible: true })).toHaveCount(5);
  await bar.filter({ hasText: "More" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "All pages" })).toBeVisible();
  const places = await page
    .locator("main .places a")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  expect(places.length).toBeGreaterThan(12);
  for (const place of places) expect((await page.goto(place ?? ""))?.status()).toBe(200);
  await room.close();
});

test("after @ the names of the two parties are offered, taken by Enter and written whole", async ({
  browser,
  server,
  demo,
}) => {
  const room = await browser.newContext({ baseURL: server.url, storageState: demo.sessions.creditor });
  const page = await room.newPage();
  await page.goto(`/cases/${demo.cases.engaged}/messages`);
  await page.waitForLoadState("networkidle");
  const body = page.getByRole("textbox", { name: "Message" });
  await body.pressSequentially("Dear @dem");
  const option = page.getByRole("option", { name: "Demo Person", exact: true });
  await expect(option).toBeVisible();
  await page.keyboard.press("Home");
  await expect(option).toHaveCount(0);
  await page.keyboard.press("End");
  await expect(option).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(body).toHaveValue("Dear @Demo Person ");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await body.pressSequentially("@nobody");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await room.close();
});
