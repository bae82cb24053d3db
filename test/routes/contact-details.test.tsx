import type { ReactElement } from "react";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as adminCaseRoute from "#app/routes/admin.cases.$caseId._index.tsx";
import * as adminDebtorRoute from "#app/routes/admin.cases.$caseId.debtor.tsx";
import * as listRoute from "#app/routes/cases._index.tsx";
import * as caseRoute from "#app/routes/cases.$caseId._index.tsx";
import * as callRoute from "#app/routes/cases.$caseId.call.tsx";
import * as contactRoute from "#app/routes/cases.$caseId.contact._index.tsx";
import * as detailsRoute from "#app/routes/cases.$caseId.details.tsx";
import { CasePage, type CasePageView } from "#app/ui/case/case-page.tsx";
import { ContactPage, type ContactView } from "#app/ui/contact/contact-page.tsx";
import { anEngagedCase, canary } from "#test/support/market.ts";
import { renderUi } from "#test/support/render-ui.tsx";
import { answerOf, asked } from "#test/support/routes.ts";
import { aLawyer, aWorld, type Person, theAdmin, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;
let creditor: Person;
let admin: Person;
let caseId: string;
beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
  admin = await theAdmin(world);
  ({ caseId, creditor } = await anEngagedCase(world, lawyer));
}, 60_000);
afterAll(() => world.close());

/** Every telling piece of what is masked, and the address in the form it is written to. */
const telling = [
  ...[canary.email, "accounts@", "quillfeather.example", canary.phone, "014 7733", "0147733"],
  ...[canary.address, "Marmalade", "4471", "93650"],
];
const text = (value: unknown) =>
  JSON.stringify(value, (_, each) => (typeof each === "bigint" ? String(each) : each));
const found = (sent: string) => telling.filter((word) => sent.toLowerCase().includes(word.toLowerCase()));

type Route = { loader: (args: ReturnType<typeof asked>) => Promise<unknown> };
const at = (by: Person, path: string, form?: Record<string, string>) =>
  asked(world, { by, path, params: { caseId }, form });
const sent = async (route: Route, by: Person, path: string) =>
  (await answerOf(route.loader(at(by, path)))).body;

const pages = (): [string, Route, Person[]][] => [
  [`/cases/${caseId}`, caseRoute, [lawyer, creditor, admin]],
  [`/cases/${caseId}/contact`, contactRoute, [lawyer, creditor]],
  [`/cases/${caseId}/details`, detailsRoute, [lawyer, creditor]],
  ["/cases", listRoute, [lawyer, creditor]],
  [`/admin/cases/${caseId}`, adminCaseRoute, [admin]],
  [`/admin/cases/${caseId}/debtor`, adminDebtorRoute, [admin]],
];

test("while the details are masked no page and no request for its data has them, drawn or as it was sent", async () => {
  for (const [path, route, readers] of pages())
    for (const by of readers) expect(found(text(await sent(route, by, path))), path).toEqual([]);
  const drawn = async (route: Route, path: string, page: (view: never) => ReactElement) =>
    renderUi(page((await sent(route, lawyer, path)) as never), { path });
  const [casePath, contactPath] = [`/cases/${caseId}`, `/cases/${caseId}/contact`];
  const asCase = await drawn(caseRoute, casePath, (view: CasePageView) => <CasePage view={view} />);
  const asContact = await drawn(contactRoute, contactPath, (view: ContactView) => (
    <ContactPage view={view} />
  ));
  for (const html of [asCase, asContact]) {
    expect(found(html)).toEqual([]);
    expect(html).toContain("E-mail hidden");
    expect(html).toContain("Show contact details: what for?");
    expect(html).toContain(`action="/cases/${caseId}/details"`);
  }
});

test("a refusal to show them says nothing of them: no purpose, another room's purpose, a purpose that is none", async () => {
  for (const purpose of ["", "supervising", "overview", "because"]) {
    const answer = await answerOf(detailsRoute.action(at(lawyer, `/cases/${caseId}/details`, { purpose })));
    expect(answer.status).toBe(422);
    expect(found(text(answer.body))).toEqual([]);
  }
  expect(found(text(await sent(caseRoute, lawyer, `/cases/${caseId}`)))).toEqual([]);
});

test("after a purpose they stand where they were asked for, to this person alone, and the way back leads nowhere else", async () => {
  const ask = (back: string) =>
    answerOf(detailsRoute.action(at(lawyer, `/cases/${caseId}/details`, { purpose: "court_paper", back })));
  const answer = await ask(`/cases/${caseId}/contact`);
  expect([answer.status, answer.headers.get("location")]).toEqual([302, `/cases/${caseId}/contact`]);
  expect((await ask("//elsewhere.example")).headers.get("location")).toBe(`/cases/${caseId}/details`);
  for (const [path, route] of [pages()[0], pages()[1]]) {
    const shown = text(await sent(route, lawyer, path));
    for (const word of ["Marmalade", canary.email]) expect(shown).toContain(word);
    expect(found(text(await sent(route, creditor, path)))).toEqual([]);
  }
});

test("a page that calls the debtor shows the number and nothing else, and its opening is written down", async () => {
  const other = await anEngagedCase(world, lawyer);
  const path = `/cases/${other.caseId}/call`;
  const { body } = await answerOf(
    callRoute.loader(asked(world, { by: lawyer, path, params: { caseId: other.caseId } })),
  );
  expect(found(text(body)).filter((word) => !canary.phone.includes(word))).toEqual([]);
  const details = await answerOf(
    detailsRoute.loader(asked(world, { by: lawyer, path, params: { caseId: other.caseId } })),
  );
  expect(details.body).toMatchObject({
    looked: [
      { purpose: "overview", fields: ["name"] },
      { purpose: "call", fields: ["name", "phone"] },
    ],
  });
});
