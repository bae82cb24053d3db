import { afterAll, beforeAll, expect, test } from "vitest";
import { action as review } from "#app/routes/admin.portfolios.$portfolioId.tsx";
import { loader as list, action as upload } from "#app/routes/portfolios._index.tsx";
import { action as change } from "#app/routes/portfolios.$portfolioId._index.tsx";
import { loader as rejects } from "#app/routes/portfolios.$portfolioId.rejects.ts";
import { readPortfolio } from "#app/use-cases/portfolios/read-portfolio.server.ts";
import { uploadClaims } from "#app/use-cases/portfolios/upload-claims.server.ts";
import { findPortfolio, listPortfolios } from "#db/queries/portfolios.ts";
import { anImport, aRow, csvOf, rowsOf } from "#test/support/imports.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { aCreditor, aWorld, type Person, theAdmin, turnTo, value, type World } from "#test/support/world.ts";

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
    tried: { rows: 4, accepted: 3, duplicates: 1 },
    read: { columns: { principal: "Amount" }, found: { forms: { dates: { dueOn: {} } } }, remembered: false },
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
  expect(agreed.body).toMatchObject({ tried: { accepted: 1 } });
  expect(JSON.stringify(agreed.body)).not.toContain("Emergency contact");
});

test("a column that the creditor names is read instead of the one that was found", async () => {
  const text = "Debtor,State,ZIP,Amount,Total,Due date\nBolt Inc,CA,93650,10.00,not money,2026-03-01\n";
  const found = await sent({ intent: "try", file: fileOf(text), "columns.principal": "Total" });
  expect(found.body).toMatchObject({ tried: { accepted: 0, rejected: 1 } });
});

test("a file whose amount has no known name is shown with its columns, to be named, and is remembered for the next one", async () => {
  const text = (no: number) =>
    `Debtor,State,ZIP,Figure,Due date\nCrane ${no} Inc,CA,93650,yes,2026-03-01\nDane ${no} Inc,CA,93650,x,2026-03-01\n`;
  const refused = await sent({ intent: "try", file: fileOf(text(1)) });
  expect([refused.status, refused.body]).toMatchObject([
    422,
    { said: expect.stringContaining("Amount"), read: { headers: expect.arrayContaining(["Figure"]) } },
  ]);
  const named = { "columns.principal": "Figure" };
  const good = fileOf(text(2).replace("yes", "12.00").replace(",x,", ",15.00,"));
  expect((await sent({ intent: "import", file: good, ...named })).status).toBe(302);
  const next = await sent({ intent: "try", file: fileOf(text(3).replace("yes", "9.00")) });
  expect(next.body).toMatchObject({ tried: { accepted: 1, rejected: 1 }, read: { remembered: true } });
});

test("the decimal mark and the order of dates that a creditor says are the ones that count", async () => {
  const text = 'Debtor,State,ZIP,Amount,Due date\nElm Inc,CA,93650,"1.234",03/04/2026\n';
  const forms = { decimal: "comma", dateOrder: "dmy" };
  const said = await sent({ intent: "try", file: fileOf(text), ...forms });
  expect(said.body).toMatchObject({
    tried: { accepted: 1 },
    read: { found: { forms: { decimal: "comma", dates: { dueOn: { order: "dmy", by: "mapping" } } } } },
  });
  expect((await sent({ intent: "try", file: fileOf(text), decimal: "dot" })).status).toBe(422);
});

test("an import that takes longer than a page waits goes on behind it, and the portfolio says how far it is", async () => {
  const ctx = world.ctx(creditor.actor);
  const file = fileOf(csvOf(rowsOf(9_000, 20_000)));
  const begun = value(await uploadClaims(ctx, { intent: "import", file }, { patience: 0 }));
  const { portfolioId } = begun as { portfolioId: string };
  expect(begun.kind).toBe("going-on");
  const seen = await readPortfolio(ctx, portfolioId);
  expect(seen?.reading).toMatchObject({ of: file.size });
  await expect
    .poll(async () => (await readPortfolio(ctx, portfolioId))?.status, { timeout: 20_000 })
    .toBe("imported");
  const whole = await readPortfolio(ctx, portfolioId);
  expect(whole).toMatchObject({ reading: null, counts: { accepted: 9_000 } });
  const row = await findPortfolio(world.db, creditor.actor, portfolioId);
  expect(row?.setting.bytesRead).toBe(file.size);
});

test("portfolios are paged by key, and so are the groups of one", async () => {
  const many = await aCreditor(world);
  for (let no = 0; no < 27; no += 1) await anImport(world, many, csvOf(rowsOf(1, 50_000 + no)));
  const page = async (path: string) => {
    const { body } = await answerOf(list(asked(world, { by: many, path })));
    return body as { rows: { id: string }[]; next: string | null };
  };
  const first = await page("/portfolios");
  const second = await page(first.next ?? "");
  expect([first.rows.length, second.rows.length, second.next]).toEqual([25, 2, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(27);

  const { portfolioId } = await anImport(world, many, manyGroups());
  const groups = (after: string | null) =>
    readPortfolio(world.ctx(many.actor), portfolioId, { groups: after, lots: null });
  const begin = (await groups(null))?.groups;
  const rest = (await groups(begin?.next ?? null))?.groups;
  expect([begin?.rows.length, (begin?.total ?? 0) - 100, rest?.next]).toEqual([100, rest?.rows.length, null]);
  expect((await groups("none"))?.groups.from).toBe(0);
});

/** Claims in ten states, six currencies and two kinds: more groups than a page holds. */
function manyGroups(): string {
  const zips =
    "CA 93650 NY 10001 TX 77002 FL 33101 IL 60601 WA 98101 MA 02108 GA 30301 OH 43004 PA 19019".split(" ");
  const states = zips.filter((_, at) => at % 2 === 0).map((state, at) => `${state},${zips[2 * at + 1]}`);
  const rows = states.flatMap((place, at) =>
    ["USD", "EUR", "GBP", "CNY", "HKD", "JPY"].flatMap((currency) =>
      ["goods", "services"].map(
        (kind) => `Group ${at} ${currency} ${kind} Inc,${place},5000,2026-03-01,${currency},${kind}`,
      ),
    ),
  );
  return `${["Debtor,State,ZIP,Amount,Due date,Currency,Claim type", ...rows].join("\n")}\n`;
}

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
