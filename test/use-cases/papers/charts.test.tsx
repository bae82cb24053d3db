import { afterAll, beforeAll, expect, test } from "vitest";
import { accountKindNames } from "#app/domain/ledger/accounts.ts";
import { formatMoney, formatMonth } from "#app/messages/format.ts";
import { Waterfall } from "#app/ui/money/waterfall.tsx";
import { MoneyCharts } from "#app/ui/papers/money-charts.tsx";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { readCharts } from "#app/use-cases/papers/read-charts.server.ts";
import { balanceOf, transfersAbout } from "#db/queries/ledger.ts";
import { tellFact } from "#test/support/ladder.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { pays } from "#test/support/papers.ts";
import { renderUi } from "#test/support/render-ui.tsx";
import { aCreditor, aLawyer, aWorld, type Person, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;
let creditor: Person;
let cases: string[];

/** Two cases of one creditor, paid in two months, part of it into the collector's account; and one of somebody else's. */
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-09-10T17:00:00Z");
  [lawyer, creditor] = [await aLawyer(world), await aCreditor(world)];
  cases = [];
  for (let each = 0; each < 2; each += 1)
    cases.push((await anEngagedCase(world, lawyer, { creditor })).caseId);
  await pays(world, creditor, cases[0], "1,234.56");
  await turnTo(world, "2026-10-05T17:00:00Z");
  await pays(world, creditor, cases[1], "70.01");
  const report = { type: "payment" as const, payee: "collector" as const, amount: "2,000.00" };
  value(await tellFact(world, lawyer, { caseId: cases[0], ...report }));
  const other = await anEngagedCase(world, await aLawyer(world));
  await pays(world, other.creditor, other.caseId, "9,999.99");
}, 60_000);
afterAll(() => world.close());

const plain = (html: string) => html.replace(/<[^>]*>/g, "").replaceAll("&nbsp;", "\u00a0");
/** The rows of every table that is drawn, each as the texts of its cells. */
const rowsIn = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => plain(cell)),
  );
const figure = (html: string, className: string, of: "height" | "width") =>
  [...html.matchAll(/<rect[^>]*>/g)]
    .map(([rect]) => rect)
    .filter((rect) => rect.includes(`class="${className}"`) && rect.includes('x="'))
    .map((rect) => Number(new RegExp(` ${of}="([\\d.]+)"`).exec(rect)?.[1]));

/** What the ledger's transfers of these cases say of one month, added up here and not by the product. */
async function sumsOf(month: string) {
  const moved = (await Promise.all(cases.map((caseId) => transfersAbout(world.db, caseId)))).flat();
  const sum = (kind: "debtor" | "fee_terms") =>
    moved
      .filter(({ effectiveOn }) => effectiveOn.slice(0, 7) === month.slice(0, 7))
      .reduce(
        (all, { from, to, amount }) =>
          all + (from.kind === kind ? amount : 0n) - (to.kind === kind ? amount : 0n),
        0n,
      );
  return { recovered: sum("debtor"), fees: sum("fee_terms") };
}

test.for(["en", "zh"] as const)(
  "every figure and every bar of the twelve months is the ledger's, for either side and no other firm's (%s)",
  async (locale) => {
    for (const person of [creditor, lawyer]) {
      const charts = await readCharts(world.ctx(person.actor));
      expect(charts.map(({ currency }) => currency)).toEqual(["USD"]);
      const html = renderUi(<MoneyCharts charts={charts} />, { locale });
      const months = charts[0].months.map(({ month }) => month);
      expect([months.length, months[0], months[11]]).toEqual([12, "2025-11-01", "2026-10-01"]);
      const money = (amount: bigint) => formatMoney(String(amount), "USD", locale);
      const sums = await Promise.all(months.map(sumsOf));
      const told = months.map((month, at) => [
        formatMonth(month, locale),
        money(sums[at].recovered),
        money(sums[at].fees),
      ]);
      expect(rowsIn(html).slice(1)).toEqual(told.toReversed());
      // 1,234.56 in September; 2,070.01 in October: so the tallest bar is October's, and September's stands to it as the sums do.
      expect(sums.slice(-2).map(({ recovered }) => recovered)).toEqual([123_456n, 207_001n]);
      const bars = figure(html, "chart-recovered", "height");
      const feeBars = figure(html, "chart-fees", "height");
      const tallest = Math.max(...bars);
      for (const [at, { recovered, fees }] of sums.entries()) {
        expect(bars[at]).toBeCloseTo((Number(recovered) / 207_001) * tallest, 6);
        expect(feeBars[at]).toBeCloseTo((Number(fees) / 207_001) * tallest, 6);
      }
      const left = await Promise.all(
        cases.map(async (bookId) => {
          const paid = await Promise.all(
            (["paid_principal", "paid_unassigned"] as const).map((kind) =>
              balanceOf(world.db, { kind, bookId }, "USD"),
            ),
          );
          return 8_000_000n - paid[0] - paid[1];
        }),
      );
      expect(plain(html)).toContain(money(left[0] + left[1]));
    }
  },
);

test("every figure of a case's waterfall is its account's balance, and each bar begins where the one before it ends", async () => {
  const caseId = cases[0];
  const view = await readMoney(world.ctx(creditor.actor), caseId, null);
  if (!view) throw new Error("not there");
  const held = (kind: (typeof accountKindNames)[number], bookId: string) =>
    balanceOf(world.db, { kind, bookId }, "USD");
  const html = renderUi(<Waterfall figures={view.figures} currency="USD" />);
  const shown = new Map(
    [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].flatMap(([, row]) => {
      const kind = /account=(\w+)#/.exec(row)?.[1];
      const amount = /class="money">([^<]*)</.exec(row)?.[1];
      return kind && amount ? [[kind, plain(amount)] as const] : [];
    }),
  );
  const usd = (amount: bigint) => formatMoney(String(amount), "USD", "en");
  expect(shown.get("debtor")).toBe(usd(-(await held("debtor", caseId))));
  for (const kind of [
    "paid_costs",
    "paid_interest",
    "paid_principal",
    "paid_unassigned",
    "client_money",
  ] as const)
    expect(shown.get(kind), kind).toBe(usd(await held(kind, caseId)));
  expect(shown.get("fee_terms")).toBe(usd(-(await held("fee_terms", caseId))));
  // The creditor's account has other cases' money too: of this one it holds what this case's transfers brought.
  const brought = (await transfersAbout(world.db, caseId)).reduce(
    (sum, { to, from, amount }) =>
      sum + (to.kind === "creditor_bank" ? amount : 0n) - (from.kind === "creditor_bank" ? amount : 0n),
    0n,
  );
  expect(shown.get("creditor_bank")).toBe(usd(brought));
  expect([...shown.keys()].every((kind) => (accountKindNames as readonly string[]).includes(kind))).toBe(
    true,
  );

  const [whole] = figure(html, "fall-paid", "width");
  expect(whole).toBe(100);
  expect(figure(html, "fall-part", "width").reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 1);
  expect(figure(html, "fall-fee", "width")).toEqual([15]);
});
