import { afterAll, beforeAll, expect, test } from "vitest";
import { costsToCome } from "#app/use-cases/advances/costs-to-come.server.ts";
import { contentOf } from "#app/use-cases/issue-paper.server.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { readPaperFile } from "#app/use-cases/papers/read-papers.server.ts";
import { findCase } from "#db/queries/cases.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { tellFact } from "#test/support/ladder.ts";
import { anAgreedAmendment } from "#test/support/mandates.ts";
import { anEngagedCase, daysAgo } from "#test/support/market.ts";
import { bills, issues, papersOf, pays } from "#test/support/papers.ts";
import { aLawyer, aWorld, type Person, passTime, value, type World } from "#test/support/world.ts";

/** Several papers are drawn and signed in each. */
const SLOW = 90_000;

let world: World;
let lawyer: Person;
beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(async () => {
  expect((await checkLedger(world.db)).breaks).toEqual([]);
  await world.close();
});

const success = (successBps: number, fixedFee = 0) => ({
  ...{ model: fixedFee ? ("hybrid" as const) : ("success" as const), successBps, fixedFee },
  ...{ hourlyRate: 0, estimatedHours: 0 },
});

async function feeOn(caseId: string) {
  const view = await readMoney(world.ctx(lawyer.actor), caseId, null);
  if (!view?.fee) throw new Error("no fee");
  const { owed, shares, fixedFee } = view.fee;
  return { owed, shares, fixedFee, booked: view.figures.fee_owed };
}

test(
  "a fee that both sides amended is owed on what is received from then on; what came in before, though it is learned of later, keeps the fee of its day",
  async () => {
    const { caseId, creditor } = await anEngagedCase(world, lawyer);
    const sides = { caseId, creditor, collector: lawyer };
    await passTime(world, { days: 3 });
    await pays(world, creditor, caseId, "1,000.00");
    await passTime(world, { hours: 1 });
    await anAgreedAmendment(world, sides, { fee: success(1_000) });
    expect(await feeOn(caseId)).toMatchObject({ owed: 15_000, booked: 15_000 });

    await passTime(world, { days: 1 });
    await pays(world, creditor, caseId, "1,000.00");
    expect(await feeOn(caseId)).toMatchObject({ owed: 25_000, booked: 25_000 });

    const late = { caseId, type: "payment" as const, payee: "creditor" as const, amount: "500.00" };
    value(await tellFact(world, creditor, { ...late, occurredOn: daysAgo(world, 2) }));
    expect(await feeOn(caseId)).toEqual({
      ...{ owed: 32_500, booked: 32_500, fixedFee: 0 },
      shares: [
        { recovered: 150_000, successBps: 1_500 },
        { recovered: 100_000, successBps: 1_000 },
      ],
    });

    await bills(world, lawyer);
    await bills(world, creditor);
    value(await issues(world, lawyer, caseId));
    const [invoice] = (await papersOf(world, lawyer.orgId)).slice(-1);
    expect(invoice.total).toBe(32_500n);
    expect(contentOf(invoice)).toMatchObject({
      basis: {
        ...{ recovered: "250000", successBps: 1_000 },
        parts: [
          { recovered: "150000", successBps: 1_500 },
          { recovered: "100000", successBps: 1_000 },
        ],
      },
    });
    const file = await readPaperFile(world.ctx(creditor.actor), invoice.id, "csv");
    const text = file?.form === "csv" ? file.text : "";
    expect(text).toMatch(/15% of 1,500.00\sUSD recovered/);
    expect(text).toMatch(/10% of 1,000.00\sUSD recovered/);
  },
  SLOW,
);

test(
  "an amendment of the period alone changes no fee, one of the fee also what may be asked for as its fixed part, and the last one counts",
  async () => {
    const { caseId, creditor } = await anEngagedCase(world, lawyer);
    const sides = { caseId, creditor, collector: lawyer };
    await passTime(world, { days: 1 });
    await anAgreedAmendment(world, sides, { periodEndsOn: "2099-01-01" });
    await pays(world, creditor, caseId, "1,000.00");
    expect(await feeOn(caseId)).toMatchObject({
      owed: 15_000,
      shares: [{ recovered: 100_000, successBps: 1_500 }],
    });
    await passTime(world, { days: 1 });
    await anAgreedAmendment(world, sides, { fee: success(2_000) });
    await anAgreedAmendment(world, sides, { fee: success(500, 40_000) });
    await passTime(world, { days: 1 });
    await pays(world, creditor, caseId, "1,000.00");
    expect(await feeOn(caseId)).toMatchObject({ owed: 20_000, booked: 20_000, fixedFee: 40_000 });
    const kase = await findCase(world.db, lawyer.actor, caseId);
    expect((await costsToCome(world.db, world.ctx(lawyer.actor), kase!)).fixedFeeLeft).toBe(40_000);
  },
  SLOW,
);
