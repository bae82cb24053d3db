import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AppShell } from "#app/ui/app-shell.tsx";
import { FailurePage } from "#app/ui/failure-page.tsx";
import { MorePage } from "#app/ui/more-page.tsx";
import { everythingFor, navigationFor, onPhone } from "#app/ui/navigation.ts";
import { ToastRegion } from "#app/ui/toast.tsx";
import { projectRoot } from "#test/support/project.ts";
import { renderUi } from "#test/support/render-ui.tsx";

const user = { name: "Ann Example", email: "ann@demo.example", orgName: "Demo Creditor Ltd" };

const workers = ["creditor", "lawyer", "law_firm", "agency", "admin"] as const;

const shellAt = (path: string) =>
  renderUi(
    <AppShell
      nav={navigationFor("creditor", false)}
      user={user}
      inbox={{ unread: 3, newest: null }}
      theme="auto"
      demo={false}
      keys
    >
      <h1>Here</h1>
    </AppShell>,
    { path },
  );

const currentLinks = (html: string) =>
  [...html.matchAll(/<a ([^>]*)>/g)]
    .filter(([, tag]) => tag.includes("aria-current"))
    .map(([, tag]) => /href="([^"]*)"/.exec(tag)?.[1]);

test("the way about marks the one entry the page lies under", () => {
  expect(currentLinks(shellAt("/cases"))).toEqual(["/cases"]);
  expect(currentLinks(shellAt("/cases/0197/step"))).toEqual(["/cases"]);
  expect(currentLinks(shellAt("/cases/new"))).toEqual(["/cases/new"]);
  expect(currentLinks(shellAt("/casesx"))).toEqual([]);
});

test("on a phone's bar stand at most four entries and the way to all, and a page beyond them lies under that way", () => {
  for (const role of workers) {
    const nav = navigationFor(role, true);
    expect(nav.length).toBeGreaterThan(onPhone);
    const html = renderUi(
      <AppShell nav={nav} user={user} inbox={{ unread: 0, newest: null }} theme="auto" demo keys>
        <h1>Here</h1>
      </AppShell>,
      { path: nav[nav.length - 1].to },
    );
    expect(html).toMatch(/<a[^>]*href="\/more"[^>]*>|<a[^>]*aria-current="true"[^>]*href="\/more"/);
    expect(currentLinks(html)).toEqual([nav[nav.length - 1].to, "/more"]);
  }
});

test("in the bar every entry stands once, and the menu with the current one is marked while it is closed", () => {
  const nav = navigationFor("admin", true);
  const html = renderUi(
    <AppShell nav={nav} user={user} inbox={{ unread: 0, newest: null }} theme="auto" demo keys>
      <h1>Here</h1>
    </AppShell>,
    { path: "/admin/months" },
  );
  const bar = /<nav[\s\S]*?<\/nav>/.exec(html)?.[0] ?? "";
  const places = [...bar.matchAll(/href="([^"]*)"/g)].map(([, to]) => to).filter((to) => to !== "/more");
  expect(places.sort()).toEqual(nav.map(({ to }) => to).sort());
  expect(bar.match(/<summary aria-current="true">([^<]*)/)?.[1]).toBe("Money");
  expect(bar.match(/<details[^>]* open/)).toBeNull();
});

test("the page of all pages leads to every entry of every role, to pages that exist, and out", () => {
  const routes = new Set(
    readdirSync(join(projectRoot, "app/routes")).map((file) => file.replace(/\.tsx?$/, "")),
  );
  for (const role of [...workers, "guest"] as const) {
    const { work, own } = everythingFor(role, true);
    const html = renderUi(<MorePage work={work} own={own} />);
    for (const { to } of [...navigationFor(role, true), ...own]) expect(html).toContain(`href="${to}"`);
    expect(html).toMatch(/<form[^>]*action="\/sign-out"/);
    const addresses = [...work, ...own].map(({ to }) => to);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const to of addresses) {
      const route = to.slice(1).replaceAll("/", ".");
      expect([to, routes.has(route) || routes.has(`${route}._index`)]).toEqual([to, true]);
    }
  }
});

test("without JavaScript language, appearance and account are reached by forms and links", () => {
  const html = shellAt("/cases?view=open");
  expect(html).toMatch(/<button[^>]*name="locale" value="zh"/);
  expect(html).toMatch(/<button[^>]*name="theme" value="dark"/);
  expect(html).toContain('<input type="hidden" name="next" value="/cases?view=open"/>');
  expect(html).toMatch(/<a[^>]*aria-label="Account of Demo Creditor Ltd"[^>]*href="\/account"/);
});

test("the content can be reached past the navigation, and unread notices are said in words", () => {
  const html = shellAt("/home");
  expect(html.indexOf('href="#content"')).toBeLessThan(html.indexOf("<nav"));
  expect(html).toContain('<main id="content"');
  expect(html).toContain('aria-label="Inbox, 3 unread"');
});

test("a failure is told in plain words with a next act, whatever its status", () => {
  for (const status of [400, 401, 403, 404, 405, 409, 413, 418, 422, 429, 500, 502, 503]) {
    const html = renderUi(<FailurePage status={status} />, { path: "/cases/1" });
    expect(html).toMatch(/<h1>[A-Z][^<]+<\/h1>/);
    expect(html).not.toContain(String(status));
    expect(html).toMatch(/<a[^>]*class="button/);
  }
  const down = <FailurePage status={503} statusText="Documents Unavailable" />;
  expect(renderUi(down, { path: "/cases/1" })).toContain("Nothing was recorded.");
  expect(renderUi(<FailurePage status={401} />, { path: "/cases/1" })).toContain(
    'href="/sign-in?next=%2Fcases%2F1"',
  );
});

test("a message from a cookie is shown only if the catalogue has its words", () => {
  const shown = renderUi(<ToastRegion message={{ tone: "ok", key: "copy.copied" }} />);
  expect(shown).toContain('role="status"');
  expect(shown).toContain("Copied");
  expect(renderUi(<ToastRegion message={{ tone: "ok", key: "<b>You won</b>" }} />)).toBe("");
});
