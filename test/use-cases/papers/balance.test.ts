import { afterAll, beforeAll, expect, test } from "vitest";
import type { BalanceContent } from "#app/domain/papers/content.ts";
import { err } from "#app/domain/result.ts";
import { contentOf } from "#app/use-cases/issue-paper.server.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { listPapers } from "#app/use-cases/list-papers.server.ts";
import { balanceView, issueBalance } from "#app/use-cases/papers/issue-balance.server.ts";
import { readPaperFile } from "#app/use-cases/papers/read-papers.server.ts";
import { tellFact } from "#test/support/ladder.ts";
import { anEngagedCase, canary } from "#test/support/market.ts";
import { papersOf, pays } from "#test/support/papers.ts";
import { aCreditor, aLawyer, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;
beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

const at = (person: Person, locale: "en" | "zh" = "en") => ({ ...world.ctx(person.actor), locale });
const number = (nth: number) => `BAL-${world.now.getUTCFullYear()}-00000${nth}`;
const letters = async (caseId: string) =>
  (await papersOf(world, lawyer.orgId)).filter(
    (paper) => paper.kind === "balance_letter" && paper.caseId === caseId,
  );

/** Issues what the page shows. */
async function states(person: Person, caseId: string) {
  const view = await balanceView(at(person), caseId);
  const { asOf = "2026-01-01", balance } = view ?? {};
  return issueBalance(at(person), { caseId, asOf, total: balance?.total ?? "0" });
}

test("the collector states the balance in a letter that is numbered and frozen; asked for again it is the same, and a payment needs a new one", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  await pays(world, creditor, caseId, "1,000.00");
  const shown = await balanceView(at(lawyer), caseId);
  expect(shown).toMatchObject({
    currency: "USD",
    refusal: null,
    rests: false,
    balance: { total: "7900000" },
  });
  expect(value(await states(lawyer, caseId))).toBe(number(1));
  expect(await Promise.all([states(lawyer, caseId), states(lawyer, caseId)])).toMatchObject([
    { value: number(1) },
    { value: number(1) },
  ]);
  const [letter, ...more] = await letters(caseId);
  expect(more).toEqual([]);
  const content = contentOf(letter) as BalanceContent;
  expect(content).toMatchObject({
    ...{ kind: "balance_letter", total: "7900000", principal: "8000000", asOf: shown?.asOf, left: null },
    payments: [{ amount: "100000" }],
    interest: { amount: "0", parts: [] },
  });
  expect(JSON.stringify(content)).not.toContain(canary.name);

  await pays(world, creditor, caseId, "500.00");
  const stale = { caseId, asOf: shown?.asOf ?? "", total: "7900000" };
  expect(await issueBalance(at(lawyer), stale)).toEqual(err({ kind: "balance-changed" }));
  expect(value(await states(lawyer, caseId))).toBe(number(2));
  expect((await letters(caseId)).map(({ total }) => total)).toEqual([7_900_000n, 7_850_000n]);
  expect(contentOf((await letters(caseId))[0])).toEqual(content);
});

test("both sides of the case read the letter, as PDF and as a table, in either language, and nobody else does", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  value(await states(lawyer, caseId));
  const [{ id, number: nth }] = await letters(caseId);
  for (const locale of ["en", "zh"] as const) {
    const table = await readPaperFile(at(creditor, locale), id, "csv");
    const text = table?.form === "csv" ? table.text : "";
    expect(text).toContain(nth);
    expect(text).toContain(locale === "en" ? "Outstanding,80000.00" : "尚欠,80000.00");
    const drawn = await readPaperFile(at(lawyer, locale), id, "pdf");
    expect(drawn?.form === "pdf" && drawn.bytes.byteLength).toBeGreaterThan(5_000);
  }
  const listed = (await listPapers(at(creditor), { caseId })).papers;
  expect(listed).toContainEqual(expect.objectContaining({ number: nth, to: null, mayCancel: false }));
  const stranger = await aLawyer(world);
  expect(await readPaperFile(at(stranger), id, "csv")).toBeNull();
});

test("only the collector of record states it: not the creditor, not another firm", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  for (const other of [creditor, await aLawyer(world), await aCreditor(world)]) {
    expect(await balanceView(at(other), caseId)).toBeNull();
    expect(await states(other, caseId)).toEqual(err({ kind: "case-not-found" }));
  }
  expect((await readMoney(at(creditor), caseId, null))?.mayStateBalance).toBe(false);
  expect((await readMoney(at(lawyer), caseId, null))?.mayStateBalance).toBe(true);
  expect(await letters(caseId)).toEqual([]);
});

test("a balance that the law on file cannot tell is refused with the reason, and a dispute keeps no debtor from being told", async () => {
  const claim = { interest: "agreed", agreedRate: "8" };
  const { caseId, creditor } = await anEngagedCase(world, lawyer, { claim });
  await pays(world, creditor, caseId, "1,000.00");
  expect(await balanceView(at(lawyer), caseId)).toMatchObject({
    balance: null,
    refusal: { kind: "cannot-tell" },
  });
  expect(await states(lawyer, caseId)).toMatchObject({ error: { kind: "cannot-tell" } });

  const other = await anEngagedCase(world, lawyer);
  value(await tellFact(world, lawyer, { caseId: other.caseId, type: "dispute" }));
  expect(await balanceView(at(lawyer), other.caseId)).toMatchObject({ rests: true });
  expect((await states(lawyer, other.caseId)).ok).toBe(true);
});
