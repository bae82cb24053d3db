import { afterAll, beforeAll, expect, test } from "vitest";
import { action as review } from "#app/routes/admin.portfolios.$portfolioId.tsx";
import { action as upload } from "#app/routes/portfolios._index.tsx";
import { action as change } from "#app/routes/portfolios.$portfolioId._index.tsx";
import { loader as rejects } from "#app/routes/portfolios.$portfolioId.rejects.ts";
import { findPortfolio, listPortfolios } from "#db/queries/portfolios.ts";
import { aRow, csvOf, rowsOf } from "#test/support/imports.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { aCreditor, aWorld, type Person, theAdmin, turnTo, type World } from "#test/support/world.ts";

let world: World;
let creditor: Person;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-11-26T12:00:00Z");
  creditor = await aCreditor(world);
});
afterAll(() => world.close());

type Form = Record<string, string | string[] | File>;
const fileOf = (text: string) => new File([text], "claims.csv", { type: "text/csv" });
const sent = (form: Form) => answerOf(upload(asked(world, { by: creditor, path: "/portfolios", form })));
const own = () => listPortfolios(world.db, creditor.actor, { limit: 10 });

test("a file that is tried shows its counts and columns and keeps nothing", async () => {
  const answer = await sent({ intent: "try", file: fileOf(csvOf([...rowsOf(3), aRow(1)])) });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    tried: { counts: { rows: 4, accepted: 3, duplicates: 1 }, columns: { principal: "Amount" } },
  });
  expect(await own()).toEqual([]);
});

test("columns of people who do not owe stop the file until the creditor leaves them out, and are never offered", async () => {
  const text =
    "Debtor,State,ZIP,Amount,Due date,Emergency contact\nAcme Inc,CA,93650,10.00,2026-03-01,Someone\n";
  const refused = await sent({ intent: "try", file: fileOf(text) });
  expect([refused.status, refused.body]).toMatchObject([
    422,
    { said: expect.stringContaining("Emergency contact") },
  ]);
  const agreed = await sent({ intent: "try", file: fileOf(text), leaveOut: "yes" });
  expect(agreed.body).toMatchObject({ tried: { counts: { accepted: 1 } } });
  expect(JSON.stringify(agreed.body)).not.toContain("Emergency contact");
});

test("a column that the creditor names is read instead of the one that was found", async () => {
  const text = "Debtor,State,ZIP,Amount,Total,Due date\nBolt Inc,CA,93650,10.00,not money,2026-03-01\n";
  const found = await sent({ intent: "try", file: fileOf(text), "columns.principal": "Total" });
  expect(found.body).toMatchObject({ tried: { counts: { accepted: 0, rejected: 1 } } });
});

test("a file larger than twenty megabytes is refused at its field", async () => {
  const answer = await sent({ intent: "try", file: fileOf("x".repeat(20 * 1024 * 1024 + 1)) });
  expect([answer.status, answer.body]).toMatchObject([
    422,
    { errors: { file: ["error.claims_file_large"] } },
  ]);
});

test("a creditor imports, splits and offers a portfolio, and one review puts its lots on the market", async () => {
  const done = await sent({
    intent: "import",
    file: fileOf(csvOf([...rowsOf(3, 50), aRow(60, { zip: "x" })])),
  });
  const path = done.headers.get("location") ?? "";
  const portfolioId = path.split("/").at(-1) ?? "";
  const act = (form: Form) =>
    answerOf(change(asked(world, { by: creditor, path, params: { portfolioId }, form })));
  const offer = { intent: "submit", goal: "amicable", windowHours: "24" };
  expect((await act(offer)).body).toMatchObject({ errors: { form: ["error.no_lots"] } });
  expect((await act({ intent: "split" })).status).toBe(302);
  expect((await act(offer)).status).toBe(302);
  const csv = await answerOf(rejects(asked(world, { by: creditor, path, params: { portfolioId } })));
  expect(await csv.response?.text()).toMatch(/,zip,/);

  const admin = await theAdmin(world);
  const decide = (form: Form) =>
    answerOf(review(asked(world, { by: admin, path: "/admin/portfolios", params: { portfolioId }, form })));
  expect((await decide({ verdict: "refuse" })).body).toMatchObject({
    errors: { note: ["error.description_short"] },
  });
  expect((await decide({ verdict: "approve" })).status).toBe(302);
  expect((await findPortfolio(world.db, creditor.actor, portfolioId))?.status).toBe("approved");
  expect((await decide({ verdict: "approve" })).status).toBe(409);
});
