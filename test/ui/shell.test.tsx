import { expect, test } from "vitest";
import { AppShell } from "#app/ui/app-shell.tsx";
import { FailurePage } from "#app/ui/failure-page.tsx";
import { navigationFor } from "#app/ui/navigation.ts";
import { ToastRegion } from "#app/ui/toast.tsx";
import { renderUi } from "#test/support/render-ui.tsx";

const user = { name: "Ann Example", email: "ann@demo.example", orgName: "Demo Creditor Ltd" };

const shellAt = (path: string) =>
  renderUi(
    <AppShell nav={navigationFor("creditor", false)} user={user} unread={3} theme="auto" demo={false}>
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
