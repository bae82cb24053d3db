import type { BrowserContext } from "@playwright/test";
import { projectRoot } from "#test/support/project.ts";
import { test } from "./demo.ts";
import { demoPages } from "./demo-pages.ts";
import { faultsOf } from "./faults.ts";
import { expect } from "./journey.ts";
import { pageModules } from "./page-modules.ts";
import { visitors } from "./shown-to.ts";

/** A trace of every look costs as much as the looks. */
test.use({ trace: "off" });

test("every page is looked at by somebody", () => {
  expect(Object.keys(demoPages).sort()).toEqual(pageModules(projectRoot));
});

for (const visitor of visitors) {
  test(`no page that the ${visitor} reaches keeps anyone out, overflows or fails in the console`, async ({
    browser,
    demo,
    server,
  }) => {
    test.setTimeout(240_000);
    const { viewport, isMobile, hasTouch } = test.info().project.use;
    const room = await browser.newContext({
      ...{ viewport, isMobile, hasTouch, baseURL: server.url },
      storageState: demo.sessions[visitor],
    });
    const page = await room.newPage();
    const stops = Object.values(demoPages)
      .filter(({ by }) => by.includes(visitor))
      .flatMap(({ at, status }) => at(demo).map((address) => ({ address, status })));
    for (const [index, stop] of stops.entries()) {
      const look = lookOf(index, test.info().project.name);
      await dress(room, server.url, look);
      expect.soft(await faultsOf(page, stop), `${stop.address} ${look.theme} ${look.locale}`).toEqual([]);
    }
    await room.close();
  });
}

type Look = { theme: "light" | "dark"; locale: "en" | "zh" };

/** The two widths between them show every page light and dark, in English and Chinese. */
function lookOf(index: number, project: string): Look {
  const turn = index + (project === "phone" ? 3 : 0);
  return { theme: turn % 2 === 0 ? "light" : "dark", locale: (turn >> 1) % 2 === 0 ? "en" : "zh" };
}

async function dress(room: BrowserContext, url: string, { theme, locale }: Look): Promise<void> {
  await room.addCookies([
    { name: "rung_theme", value: theme, url },
    { name: "rung_locale", value: locale, url },
  ]);
}
