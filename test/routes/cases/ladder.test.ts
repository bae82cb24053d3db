import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import * as caseRoute from "#app/routes/cases.$caseId._index.tsx";
import { aPostedCase } from "#test/support/posting.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { aWorld, type Person, theAdmin, type World } from "#test/support/world.ts";

let world: World;
let creditor: Person;
let caseId: string;
beforeAll(async () => {
  world = await aWorld();
  ({ caseId, creditor } = await aPostedCase(world));
});
afterAll(() => world.close());

type Page = Awaited<ReturnType<typeof caseRoute.loader>>["data"];

async function pageAt(query: string, by = creditor) {
  const answer = await answerOf(
    caseRoute.loader(asked(world, { by, path: `/cases/${caseId}${query}`, params: { caseId } })),
  );
  return { ...answer, page: answer.body as Page };
}

test("the ladder is shown for the day the address names, and everything else as it is today", async () => {
  const { page } = await pageAt("");
  const on = addDays(page.today, 40);
  const later = (await pageAt(`?on=${on}`)).page;
  expect(later.whatIf).toMatchObject({ on, refused: false });
  expect(later.today).toBe(page.today);
  expect(later.claim).toEqual(page.claim);
  expect(later.whatIf.unlockings).toEqual(page.whatIf.unlockings);
});

test("a day that is none, or out of range, is a 422 with the ladder for today and the days that can be shown", async () => {
  const { page } = await pageAt("");
  for (const on of ["2027-02-30", "1999-01-01", "9999-01-01", "tomorrow", "%00"]) {
    const { status, page: shown } = await pageAt(`?on=${on}`);
    expect([on, status]).toEqual([on, 422]);
    expect(shown.whatIf).toMatchObject({ on: page.today, refused: true });
    expect(shown.rungs).toEqual(page.rungs);
  }
});

test("the slider of a page without scripts leads to the address of its day", async () => {
  const today = dateIn("America/Los_Angeles", world.now);
  const { status, headers } = await pageAt(`?shown=${today}&days=40&on=${today}`);
  expect(status).toBe(302);
  expect(headers.get("location")).toBe(`/cases/${caseId}?on=${addDays(today, 40)}`);
  expect((await pageAt("?days=4000")).status).toBe(422);
});

test("each reader is given the ways that are theirs: the creditor's facts, the administrator's review, nobody's step before the engagement", async () => {
  const waysOf = ({ page }: { page: Page }) =>
    page.rungs.flatMap(({ lines }) => lines.flatMap(({ ways }) => ways.filter(({ mine }) => mine)));
  const own = waysOf(await pageAt(""));
  expect(own.length).toBeGreaterThan(0);
  expect(own.map(({ to }) => to)).not.toContain("step");
  expect(own.map(({ to }) => to)).not.toContain("case_review");
  const admin = await theAdmin(world);
  const theirs = waysOf(await pageAt("", admin));
  expect(theirs.map(({ to }) => to)).not.toContain("fact");
});
