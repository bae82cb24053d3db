import type { Browser, Page } from "@playwright/test";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { connect } from "#db/client.ts";
import type { ProductServer } from "#test/support/product-server.ts";
import { expect, test } from "./journey.ts";
import { signIn } from "./people.ts";

/** The product's clock: another journey on the same server may have moved it. */
async function clockOf(server: ProductServer): Promise<Date> {
  const { db, close } = connect({ ...server.app, max: 1 });
  try {
    return await readClock(db);
  } finally {
    await close();
  }
}

/** Two administrators, each in a browser of their own that runs no scripts. */
async function theAdmins(browser: Browser, server: ProductServer): Promise<[Page, Page]> {
  const enter = async (role: "admin" | "admin2") => {
    const room = { ...test.info().project.use, baseURL: server.url, javaScriptEnabled: false };
    const page = await (await browser.newContext(room)).newPage();
    await signIn(page, server, role);
    return page;
  };
  return [await enter("admin"), await enter("admin2")];
}

test("without scripts a rate is proposed, mended beside its field, approved by another admin, and in force", async ({
  browser,
  server,
}) => {
  const [author, other] = await theAdmins(browser, server);
  const today = dateIn("Asia/Shanghai", await clockOf(server));
  await author.goto("/admin/law/series/CN-LPR-1Y");
  await expect(author.getByText("Ended").first()).toBeVisible();
  await author.getByLabel("Next value", { exact: false }).first().fill("2.95");
  await author.getByLabel("Next value from", { exact: false }).fill("2020-01-01");
  await author.getByLabel("Verified to", { exact: true }).fill(addDays(today, 5));
  await author.getByLabel("Source", { exact: true }).fill("National Interbank Funding Center, monthly table");
  await author.getByLabel("Why", { exact: true }).fill("The table of this month was read today.");
  await author.getByRole("button", { name: "Propose to the other administrators" }).click();
  await expect(
    author.getByText("what was verified is not rewritten", { exact: false }).first(),
  ).toBeVisible();
  await expect(author.getByLabel("Verified to", { exact: true })).toHaveValue(addDays(today, 5));
  await author.getByLabel("Next value from", { exact: false }).fill(addDays(today, -10));
  await author.getByRole("button", { name: "Propose to the other administrators" }).click();
  await author.waitForURL(/\/admin\/law\/changes\/[0-9a-f-]{36}$/);
  await expect(author.getByText("Waits for approval").first()).toBeVisible();
  await expect(author.getByRole("link", { name: "Approve …" })).toHaveCount(0);

  await other.goto(author.url());
  await other.getByRole("link", { name: "Approve …" }).click();
  await other.getByRole("button", { name: "Approve and put on file" }).click();
  await expect(other.getByText("The law book holds the change from now on.").first()).toBeVisible();
  await other.goto("/admin/law/series/CN-LPR-1Y");
  await expect(other.getByText("2.95 %").first()).toBeVisible();
  await expect(other.getByText("Ends soon").first()).toBeVisible();
});

test("a proposal is tried on the past, and the simulator says which act it would have blocked and by which source", async ({
  browser,
  server,
}) => {
  const [, other] = await theAdmins(browser, server);
  await other.goto("/admin/law");
  await other.getByRole("link", { name: "POL-LADDER-02" }).click();
  await other.getByRole("link", { name: "Try it on past acts" }).click();
  await other.getByRole("button", { name: "Simulate" }).click();
  // Three acts are the demo's own; journeys before this one on the same server may have added theirs.
  await expect(other.getByText(/acts 1–\d+ of \d+/).first()).toBeVisible();
  const blocked = other
    .locator("li", { hasText: "Would stand in the way" })
    .filter({ hasText: "POL-LADDER-02" })
    .last();
  await expect(blocked).toContainText(/^R-/);
  await expect(other.getByText("Demo Debtor")).toHaveCount(0);
});
