import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { verifyBundle } from "#app/use-cases/bundle/verify-bundle.server.ts";
import { test } from "./demo.ts";
import { expect } from "./journey.ts";

const gap = (page: Page) => page.getByRole("link", { name: /An itemised account/ });

/** The demo's imported claims came without papers. */
async function openOneWithAGap(page: Page) {
  await page.goto("/cases?tab=engaged");
  const links = await page
    .locator("main a[href^='/cases/']")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  for (const link of links.filter((each) => /^\/cases\/[0-9a-f-]{36}$/.test(each))) {
    await page.goto(`${link}/evidence`);
    if ((await gap(page).count()) > 0) return;
  }
  throw new Error("Every case of the demo has its papers");
}

test("without scripts a gap leads to its form, filling it raises the number, and the bundle that is taken holds", async ({
  browser,
  server,
  demo,
}) => {
  const room = await browser.newContext({
    ...{ baseURL: server.url, storageState: demo.sessions.lawyer, javaScriptEnabled: false },
  });
  const page = await room.newPage();
  await openOneWithAGap(page);
  const ready = page.getByRole("region", { name: "Ready for court" });
  const score = async () => Number(/(\d+) of 100/.exec(await ready.innerText())?.[1]);
  const before = await score();
  await gap(page).click();
  const add = page.getByRole("region", { name: "Add a document" });
  await expect(add.getByLabel("What it is")).toHaveValue("statement");
  const statement = {
    name: "statement.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("Balance: 1,200.00"),
  };
  await add.getByLabel("File", { exact: true }).setInputFiles(statement);
  await add.getByRole("button", { name: "Add document" }).click();
  await expect(page.getByText("The document is on the case.")).toBeVisible();
  expect(await score()).toBeGreaterThan(before);

  const [taken] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the bundle (ZIP)" }).click(),
  ]);
  const verdict = verifyBundle(await readFile(await taken.path()));
  expect([verdict.flaws, verdict.holds]).toEqual([[], true]);
  await room.close();
});
