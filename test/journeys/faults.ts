import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What is wrong with a page, in words: an answer not meant, a script error, a width too great, an axe finding. */
export async function faultsOf(
  page: Page,
  { address, status }: { address: string; status: number },
): Promise<string[]> {
  const faults: string[] = [];
  const note = (message: { type(): string; text(): string; location(): { url: string } }) => {
    const ofThePage = message.location().url === page.url() && status !== 200;
    if (message.type() === "error" && !ofThePage) faults.push(`console: ${message.text()}`);
  };
  page.on("console", note);
  const answer = await page.goto(address);
  if (answer?.status() !== status) faults.push(`answered ${answer?.status()}`);
  const arrived = new URL(page.url());
  if (arrived.pathname + arrived.search !== address) faults.push(`led to ${arrived.pathname}`);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: standard, resultTypes: ["violations"] })
    .analyze();
  for (const { id, help, nodes } of violations)
    faults.push(`${id}: ${help} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  const over = await page.evaluate(
    () => (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth,
  );
  if (over > 0) faults.push(`wider than the window by ${over} px`);
  page.off("console", note);
  return faults;
}
