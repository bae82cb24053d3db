import { expect, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { demoPassword } from "#db/seed.ts";
import type { ProductServer } from "#test/support/product-server.ts";
import { tick } from "./wizard.ts";

export type DemoRole =
  | "creditor"
  | "lawyer"
  | "lawyer2"
  | "lawyer3"
  | "agency"
  | "admin"
  | "admin2"
  | "lawyer-london"
  | "lawyer-berlin";

/** Signs a demo person in through the form, an admin with the second factor that the start prints. */
export async function signIn(page: Page, server: ProductServer, role: DemoRole): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(`${role}@demo.example`);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  if (role === "admin" || role === "admin2") await proveSecondFactor(page, server, role);
  await expect(page).toHaveURL(/\/home$/);
}

const stepMs = 30_000;

/** The last half-minute whose code was given, by server and person: a code works once. */
const givenSteps = new Map<string, number>();

/** The server takes the code of the next half-minute as well; the enrolment in the demo may have used the present one. */
async function proveSecondFactor(page: Page, server: ProductServer, role: DemoRole): Promise<void> {
  const secret = new RegExp(`${role}@demo\\.example.*secret ([A-Z2-7]+)`).exec(server.output())?.[1];
  const who = `${role} ${server.url}`;
  if (!secret) throw new Error("The start printed no second factor");
  await expect(page).toHaveURL(/second-factor/);
  for (let tries = 0; tries < 3; tries += 1) {
    const given = givenSteps.get(who) ?? 0;
    const step = Math.max(Math.floor(Date.now() / stepMs), given + 1);
    await page.waitForTimeout(Math.max(0, (step - 1) * stepMs - Date.now()));
    givenSteps.set(who, step);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: step * stepMs });
    await page.getByLabel(/code/i).first().fill(code);
    await page.getByRole("main").getByRole("button").first().click();
    const through = page.waitForURL(/\/home$/, { timeout: 4_000 }).then(
      () => true,
      () => false,
    );
    if (await through) return;
  }
}

/** Opens the demo clock as admin and moves it on. */
export async function moveClock(
  page: Page,
  { days = 0, hours = 0 }: { days?: number; hours?: number },
): Promise<void> {
  await page.goto("/admin/clock");
  await page.getByLabel("Days forward").fill(String(days));
  await page.getByLabel("Hours forward").fill(String(hours));
  await page.getByRole("button", { name: "Move the clock" }).click();
  await expect(page.getByText("The clock was moved.").first()).toBeVisible();
}

/** A PDF as small as one can be; another name, other bytes. */
export const aPdf = (name: string) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(`%PDF-1.4\n% ${name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`),
});

/** Asks for the one-time code, reads it in the demo's outbox and signs what waits on the page. */
export async function signPaper(page: Page, path: string, button: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByText("A code was sent to your e-mail address.").first()).toBeVisible();
  await page.getByLabel("Code from the mail").fill(await newestCode(page));
  await page.getByLabel("Your full name").fill("Demo Person");
  await tick(page.getByRole("checkbox").last());
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByText(/Signed\.|Both sides have signed/).first()).toBeVisible();
}

export const signEngagement = (page: Page, caseId: string) =>
  signPaper(page, `/cases/${caseId}/engagement`, "Sign the engagement");

/** The code in the newest mail of the demo's outbox, read in a tab of its own. */
async function newestCode(page: Page): Promise<string> {
  const outbox = await page.context().newPage();
  try {
    await outbox.goto("/demo/outbox");
    const code = /(\d{6}) is your code/.exec(await outbox.content())?.[1];
    if (!code) throw new Error("The outbox holds no code");
    return code;
  } finally {
    await outbox.close();
  }
}
