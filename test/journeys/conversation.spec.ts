import type { Browser, Page } from "@playwright/test";
import type { ProductServer } from "#test/support/product-server.ts";
import { type Demo, test } from "./demo.ts";
import { expect } from "./journey.ts";
import { aPdf } from "./people.ts";

type Room = { browser: Browser; server: ProductServer; demo: Demo };

/** A window of somebody who is signed in, on the device of this project. */
async function aWindow(
  { browser, server, demo }: Room,
  who: "creditor" | "lawyer",
  scripts = true,
): Promise<Page> {
  const look = { ...test.info().project.use, baseURL: server.url, javaScriptEnabled: scripts };
  return (await browser.newContext({ ...look, storageState: demo.sessions[who] })).newPage();
}

/** Opens a page that asks for its news and hears none, until it is let. */
async function openDeaf(page: Page, at: string): Promise<() => void> {
  let letItListen = () => {};
  const mayListen = new Promise<void>((resolve) => {
    letItListen = resolve;
  });
  await page.route("**/inbox/stream*", (route) => mayListen.then(() => route.continue()));
  const asks = page.waitForRequest(/\/inbox\/stream/);
  await page.goto(at);
  await asks;
  return () => letItListen();
}

const unreadIn = async (page: Page) => {
  const label = await page
    .getByRole("link", { name: /^Inbox/ })
    .first()
    .getAttribute("aria-label");
  return Number(/(\d+) unread/.exec(label ?? "")?.[1] ?? 0);
};

test("a message that mentions somebody arrives in their open inbox, and their answer in the open conversation", async ({
  browser,
  server,
  demo,
}) => {
  const room = { browser, server, demo };
  const [creditor, lawyer] = [await aWindow(room, "creditor"), await aWindow(room, "lawyer")];
  const at = `/cases/${demo.cases.engaged}/messages`;
  await creditor.goto("/inbox?tab=mentions");
  const mentions = creditor.getByRole("heading", { name: /^Demo Person mentioned you on R-/ });
  const [before, unread] = [await mentions.count(), await unreadIn(creditor)];
  await creditor.evaluate(() => document.body.setAttribute("data-same-page", "yes"));
  await creditor.waitForResponse((response) => response.url().includes("/inbox/stream"));

  const question = `@Demo Person Which bank did he name? ${test.info().project.name} <b>not bold</b>`;
  await lawyer.goto(at);
  await lawyer.getByLabel("Message", { exact: true }).fill(question);
  await lawyer.getByRole("button", { name: /^Send to/ }).click();
  await expect(lawyer.getByText("The message is sent.").first()).toBeVisible();
  await expect(lawyer.getByLabel("Message", { exact: true })).toHaveValue("");

  await expect(mentions).toHaveCount(before + 1);
  expect(await unreadIn(creditor)).toBe(unread + 1);
  expect(await creditor.evaluate(() => document.body.getAttribute("data-same-page"))).toBe("yes");

  await creditor
    .getByRole("button", { name: /Demo Person mentioned you/ })
    .first()
    .click();
  const asked = creditor.getByRole("listitem").filter({ hasText: "<b>not bold</b>" });
  await expect(asked.getByText("@Demo Person")).toBeVisible();
  await expect(asked.getByText(/^Answer due/)).toBeVisible();
  await asked.getByRole("link", { name: /^Reply/ }).click();
  await expect(creditor.getByText("You answer Demo Person")).toBeVisible();
  await creditor.getByLabel("Message", { exact: true }).fill("The savings bank of Fresno.");
  await creditor.getByRole("button", { name: /^Send to/ }).click();
  await expect(creditor.getByText("The message is sent.").first()).toBeVisible();
  await expect(lawyer.getByRole("listitem").filter({ hasText: "The savings bank of Fresno." })).toBeVisible();
  await expect(lawyer.getByRole("listitem").filter({ hasText: "<b>not bold</b>" }).first()).toContainText(
    "Done",
  );
});

test("what is sent while a page wakes up, before it listens, is on that page all the same", async ({
  browser,
  server,
  demo,
}) => {
  const room = { browser, server, demo };
  const [creditor, lawyer] = [await aWindow(room, "creditor"), await aWindow(room, "lawyer")];
  const at = `/cases/${demo.cases.engaged}/messages`;
  const letItListen = await openDeaf(lawyer, at);

  const words = `Sent early, to a ${test.info().project.name}.`;
  await creditor.goto(at);
  await creditor.getByLabel("Message", { exact: true }).fill(words);
  await creditor.getByRole("button", { name: /^Send to/ }).click();
  await expect(creditor.getByText("The message is sent.").first()).toBeVisible();
  await expect(lawyer.getByText(words)).toHaveCount(0);
  letItListen();
  await expect(lawyer.getByRole("listitem").filter({ hasText: words })).toBeVisible();
});

test("news that come while the next page is on its way take nothing from it: the answer to the act is shown", async ({
  browser,
  server,
  demo,
}) => {
  const room = { browser, server, demo };
  const [creditor, lawyer] = [await aWindow(room, "creditor"), await aWindow(room, "lawyer")];
  const at = `/cases/${demo.cases.engaged}/messages`;
  const letItListen = await openDeaf(lawyer, at);
  await creditor.goto(at);
  await creditor.getByLabel("Message", { exact: true }).fill(`News for a ${test.info().project.name}.`);
  await creditor.getByRole("button", { name: /^Send to/ }).click();
  await expect(creditor.getByText("The message is sent.").first()).toBeVisible();

  const next = /\/messages\.data/;
  await lawyer.route(next, async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    await lawyer.unroute(next);
    const answer = await route.fetch();
    const heard = lawyer.waitForResponse(/\/inbox\/stream/);
    letItListen();
    await heard;
    await lawyer.waitForRequest(next, { timeout: 1_500 }).catch(() => null);
    await route.fulfill({ response: answer }).catch(() => null);
  });
  await lawyer.getByLabel("Message", { exact: true }).fill("Well received.");
  await lawyer.getByRole("button", { name: /^Send to/ }).click();
  await expect(lawyer.getByText("The message is sent.").first()).toBeVisible();
  await expect(lawyer.getByText(`News for a ${test.info().project.name}.`).first()).toBeVisible();
});

test("without scripts a message goes out with a file, what is refused is kept, and the settings are saved", async ({
  browser,
  server,
  demo,
}) => {
  const lawyer = await aWindow({ browser, server, demo }, "lawyer", false);
  const words = `Without scripts, on a ${test.info().project.name}.`;
  await lawyer.goto(`/cases/${demo.cases.engaged}/messages`);
  await lawyer.getByLabel("Message", { exact: true }).fill(words);
  await lawyer.getByLabel("Answer needed").selectOption("date");
  await lawyer.getByRole("button", { name: /^Send to/ }).click();
  await expect(lawyer.getByText("Choose a day from today on", { exact: false }).first()).toBeVisible();
  await expect(lawyer.getByLabel("Message", { exact: true })).toHaveValue(words);
  await lawyer.getByLabel("Answer needed").selectOption("none");
  await lawyer.getByText("Attach files").click();
  await lawyer.locator('[name="file[]"]').setInputFiles(aPdf(`${test.info().project.name}.pdf`));
  await lawyer.getByRole("button", { name: /^Send to/ }).click();
  const sent = lawyer.getByRole("listitem").filter({ hasText: words });
  await expect(sent.getByRole("link", { name: `${test.info().project.name}.pdf` })).toBeVisible();

  await lawyer.goto("/inbox/settings");
  await lawyer.getByLabel("Quiet hours from", { exact: false }).fill("22:00");
  await lawyer.getByRole("button", { name: "Save the settings" }).click();
  await expect(lawyer.getByText("Give both a beginning and an end, or neither.").first()).toBeVisible();
  await lawyer.getByLabel("Quiet hours to", { exact: false }).fill("07:00");
  await lawyer.getByLabel("By mail: A bid arrived").selectOption("none");
  await lawyer.getByRole("button", { name: "Save the settings" }).click();
  await expect(lawyer.getByText("The settings are saved.").first()).toBeVisible();
  await expect(lawyer.getByLabel("By mail: A bid arrived")).toHaveValue("none");
});
