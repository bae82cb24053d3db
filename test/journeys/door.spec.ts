import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { connect } from "#db/client.ts";
import { contactMessages } from "#db/schema/contact.ts";
import type { ProductServer } from "#test/support/product-server.ts";
import { doorPages } from "./door-pages.ts";
import { faultsOf } from "./faults.ts";
import { expect, test } from "./journey.ts";
import { aPdf, type DemoRole, signIn } from "./people.ts";
import { tick } from "./wizard.ts";

test.use({ world: "door" });

type Letter = { caseId: string; code: string };

/** The code of a letter that the demo keeps where its firm can read it, because nothing was sent. */
async function letterOf(browser: Browser, server: ProductServer, role: DemoRole, template: string) {
  const { db, close } = connect({ ...server.owner, max: 1 });
  const [message] = await db.select().from(contactMessages).where(eq(contactMessages.templateId, template));
  await close();
  const page = await (await browser.newContext({ baseURL: server.url, locale: "en-US" })).newPage();
  await signIn(page, server, role);
  await page.goto(`/cases/${message.caseId}/contact/${message.id}`);
  const code = /door\/([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})/.exec(await page.getByRole("main").innerText())?.[1];
  if (!code) throw new Error("The demo's letter carries no code");
  return { letter: { caseId: message.caseId, code } satisfies Letter, page };
}

/** A phone of 360 pixels that runs no script. */
async function plainPhone(browser: Browser, server: ProductServer, locale = "en-GB"): Promise<Page> {
  const room = await browser.newContext({
    ...{ baseURL: server.url, viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    ...{ javaScriptEnabled: false, locale },
  });
  return room.newPage();
}

test("from the letter's link to the frozen ladder and its receipt in four steps, on a small phone without scripts", async ({
  browser,
  server,
}) => {
  const { letter, page: lawyer } = await letterOf(browser, server, "lawyer-london", "gb.first-notice");
  const phone = await plainPhone(browser, server);
  let steps = 0;
  const step = async (act: () => Promise<unknown>) => {
    steps += 1;
    await act();
  };
  await step(() => phone.goto(`/door/${letter.code}`));
  await step(async () => {
    await phone.getByLabel(/^Your postcode/).fill("sw99 9zz");
    await phone.getByRole("button", { name: "Go on" }).click();
  });
  await expect(phone.getByRole("heading", { level: 1 })).toContainText("says that you owe");
  await expect(phone.getByText("Demo Debtor E")).toBeVisible();
  await expect(phone.getByRole("main")).toHaveCount(1);
  await expect(phone.getByRole("link", { name: "Create an account" })).toHaveCount(0);
  await step(() => phone.getByRole("link", { name: /^I disagree/ }).click());
  await step(async () => {
    await tick(phone.getByRole("radio", { name: "The amount is wrong" }));
    await phone.getByLabel("In your own words").fill("Half of it was paid in cash. مرحبا 🙂");
    await phone.getByLabel("A paper that shows it").setInputFiles(aPdf("receipt.pdf"));
    await phone.getByRole("button", { name: "I disagree: stop everything" }).click();
  });
  await expect(phone.getByRole("heading", { level: 1, name: "We have received it" })).toBeVisible();
  expect(steps).toBeLessThanOrEqual(5);
  await expect(phone.getByText("Half of it was paid in cash. مرحبا 🙂")).toBeVisible();
  const [saved] = await Promise.all([
    phone.waitForEvent("download"),
    phone.getByRole("link", { name: "Save the receipt" }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^receipt-R-.*\.txt$/);

  await lawyer.goto(`/cases/${letter.caseId}`);
  await expect(lawyer.getByText(/Recorded by The debtor/).first()).toBeVisible();
  await expect(lawyer.getByText("Half of it was paid in cash.", { exact: false }).first()).toBeVisible();
  await expect(lawyer.getByRole("heading", { name: "On hold: dispute" })).toBeVisible();
});

test("the door speaks German to a German letter, and every page inside is clean and light", async ({
  browser,
  server,
}) => {
  test.setTimeout(180_000);
  const { letter } = await letterOf(browser, server, "lawyer-berlin", "de.first-notice");
  const room = await browser.newContext({ ...test.info().project.use, baseURL: server.url, locale: "de-DE" });
  const page = await room.newPage();
  await page.goto(`/door/${letter.code}`);
  await page.getByLabel(/^Ihre Postleitzahl/).fill("99999");
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByText("Das passt nicht zusammen")).toBeVisible();
  await page.getByLabel(/^Ihre Postleitzahl/).fill("10115");
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Sie schulden");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  expect(await page.locator("script").count()).toBe(0);

  await page.getByRole("link", { name: /^Ich brauche Zeit/ }).click();
  await tick(page.getByRole("radio", { name: "Ich brauche nur etwas mehr Zeit" }));
  await page.getByRole("button", { name: "Um Zeit oder Hilfe bitten" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Das ist bei uns angekommen" })).toBeVisible();
  const receipt = new URL(page.url()).pathname;

  const addresses = [...doorPages.map((name) => `/door/${name}`), "/door/receipts", receipt];
  for (const [index, address] of addresses.entries()) {
    const language = ["de", "en", "zh"][index % 3];
    const theme = index % 2 === 0 ? "light" : "dark";
    await room.addCookies([{ name: "rung_theme", value: theme, url: server.url }]);
    const stop = { address: `${address}?lang=${language}`, status: 200 };
    expect.soft(await faultsOf(page, stop), stop.address).toEqual([]);
  }

  await room.clearCookies({ name: "rung_theme" });
  const fresh = await (await browser.newContext({ baseURL: server.url, locale: "zh-CN" })).newPage();
  await fresh.context().addCookies(await room.cookies());
  const weighed: Promise<number>[] = [];
  fresh.on("requestfinished", (request) => {
    weighed.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await fresh.goto("/door/claim?lang=zh", { waitUntil: "networkidle" });
  const weight = (await Promise.all(weighed)).reduce((sum, each) => sum + each, 0);
  expect(weight).toBeGreaterThan(1_000);
  expect(weight).toBeLessThan(60_000);
});

test("the means questions lead to a proposal that the firm reads, and what was typed for them is kept by nobody", async ({
  browser,
  server,
}) => {
  const { letter, page: lawyer } = await letterOf(browser, server, "lawyer-london", "gb.first-notice");
  const phone = await plainPhone(browser, server);
  await phone.goto(`/door/${letter.code}`);
  await phone.getByLabel(/^Your postcode/).fill("SW99 9ZZ");
  await phone.getByRole("button", { name: "Go on" }).click();
  await phone.getByRole("link", { name: /^Pay in parts/ }).click();
  await phone.getByLabel("What you have in a month").fill("nothing much");
  await phone.getByLabel("What you need in a month").fill("1,311");
  await phone.getByRole("button", { name: "See what is possible" }).click();
  await expect(phone.getByRole("alert")).toContainText("Enter an amount");
  await phone.getByLabel("What you have in a month").fill("1,511");
  await phone.getByRole("button", { name: "See what is possible" }).click();
  await expect(phone.getByText("You could pay about £100.00")).toBeVisible();
  await phone.getByRole("button", { name: "Propose this" }).click();
  await expect(phone.getByRole("heading", { level: 1, name: "We have received it" })).toBeVisible();
  const said = /\d+ monthly payments of £\d+\.\d\d, the last of £\d+\.\d\d, the first on \d+ \w+ \d{4}/;
  await expect(phone.getByText(said)).toBeVisible();
  await expect(phone.getByText("Their answer will stand here")).toBeVisible();
  await lawyer.goto(`/cases/${letter.caseId}`);
  await expect(lawyer.getByText(/\d+ monthly payments of 9\d\.\d\d\sGBP/).first()).toBeVisible();
  expect(await lawyer.getByRole("main").innerText()).not.toContain("1,511");
  await lawyer.getByRole("link", { name: "Answer it" }).click();
  await expect(lawyer.getByRole("heading", { level: 1, name: "The debtor’s proposal" })).toBeVisible();
  const answering = { address: `/cases/${letter.caseId}/proposal`, status: 200 };
  expect(await faultsOf(lawyer, answering)).toEqual([]);
  await lawyer.getByRole("button", { name: "Accept the plan" }).click();
  await expect(lawyer.getByText("The plan is agreed.", { exact: false }).first()).toBeVisible();
  await phone.reload();
  await expect(phone.getByText("Your proposal was accepted", { exact: false })).toBeVisible();
});
