import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { err } from "#app/domain/result.ts";
import { listPastMandates } from "#app/use-cases/engagements/past-mandates.server.ts";
import { contentOf } from "#app/use-cases/issue-paper.server.ts";
import { answerReport } from "#app/use-cases/ledger/answer-report.server.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { listPapers } from "#app/use-cases/list-papers.server.ts";
import { retenderLot } from "#app/use-cases/lots/retender-lot.server.ts";
import {
  invoiceView,
  issuePastInvoice,
  pastInvoiceView,
} from "#app/use-cases/papers/issue-invoice.server.ts";
import { pastFees } from "#app/use-cases/papers/past-fees.server.ts";
import { readPaperFile } from "#app/use-cases/papers/read-papers.server.ts";
import { mandateOf } from "#db/queries/engagements.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { portfolioClaims } from "#db/schema/portfolios.ts";
import { rowsOf } from "#test/support/imports.ts";
import { tellFact } from "#test/support/ladder.ts";
import { anEngagedLot, postAll } from "#test/support/lots.ts";
import { handOver } from "#test/support/mandates.ts";
import { anEngagedCase, daysAgo } from "#test/support/market.ts";
import { bills, issues, papersOf, pays } from "#test/support/papers.ts";
import { aCreditor, aLawyer, aWorld, type Person, passTime, value, type World } from "#test/support/world.ts";

/** Several papers are drawn and signed in each. */
const SLOW = 90_000;

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(async () => {
  expect((await checkLedger(world.db)).breaks).toEqual([]);
  await world.close();
});

const ctxOf = (person: Person) => world.ctx(person.actor);
const kinds = async (person: Person) =>
  (await papersOf(world, person.orgId)).map(({ kind, total }) => [kind, Number(total)]);

/** A case on which 1,000 came in under a mandate that has ended, in the hands of another collector. */
async function aReplacedCollector() {
  const [former, successor, creditor] = [await aLawyer(world), await aLawyer(world), await aCreditor(world)];
  const { caseId } = await anEngagedCase(world, former, { creditor });
  const within = daysAgo(world, -1);
  await passTime(world, { days: 2 });
  await pays(world, creditor, caseId, "1,000.00");
  const mandateId = (await mandateOf(world.db, caseId))?.id ?? "";
  for (const person of [former, successor, creditor]) await bills(world, person);
  await passTime(world, { hours: 1 });
  await handOver(world, { caseId, creditor, successor });
  return { former, successor, creditor, caseId, mandateId, within };
}

const billsPast = async (person: Person, about: { caseId: string; mandateId: string }) => {
  const view = await pastInvoiceView(ctxOf(person), about);
  return issuePastInvoice(ctxOf(person), { ...about, amount: view?.amount ?? "0" });
};

test(
  "a collector that was replaced bills what came due under its mandate, once, keeps the paper, and what comes in later is its successor's",
  async () => {
    const { former, successor, creditor, caseId, mandateId } = await aReplacedCollector();
    const about = { caseId, mandateId };
    const [listed] = (await listPastMandates(ctxOf(former), null)).mandates;
    expect(listed).toMatchObject({ caseId, id: mandateId, bills: "case" });
    await passTime(world, { days: 1 });
    await pays(world, creditor, caseId, "2,000.00");

    expect(await pastInvoiceView(ctxOf(former), about)).toMatchObject({ amount: "15000", missing: null });
    value(await billsPast(former, about));
    expect(await billsPast(former, about)).toEqual(err({ kind: "nothing-to-bill" }));
    const [invoice] = await papersOf(world, former.orgId);
    expect(contentOf(invoice)).toMatchObject({ basis: { recovered: "100000" }, total: "15000" });
    expect((await readPaperFile(ctxOf(former), invoice.id, "csv"))?.form).toBe("csv");
    expect((await listPapers(ctxOf(former), {})).papers).toMatchObject([
      { number: invoice.number, mayCancel: true },
    ]);
    expect((await listPapers(ctxOf(creditor), {})).papers).toContainEqual(
      expect.objectContaining({ number: invoice.number }),
    );

    expect(await invoiceView(ctxOf(successor), caseId)).toMatchObject({ amount: "30000" });
    value(await issues(world, successor, caseId));
    expect(await kinds(successor)).toEqual([["invoice", 30_000]]);
    expect(await readPaperFile(ctxOf(successor), invoice.id, "csv")).toBeNull();
  },
  SLOW,
);

test(
  "nobody else bills a mandate that ended, and it shows nothing of the case but what is due",
  async () => {
    const { former, successor, creditor, caseId, mandateId } = await aReplacedCollector();
    const following = (await mandateOf(world.db, caseId))?.id ?? "";
    const others = [successor, creditor, await aLawyer(world)].map((person) => ({ person, mandateId }));
    for (const { person, mandateId: id } of [...others, { person: former, mandateId: following }]) {
      expect(await pastInvoiceView(ctxOf(person), { caseId, mandateId: id })).toBeNull();
      const tried = await issuePastInvoice(ctxOf(person), { caseId, mandateId: id, amount: "15000" });
      expect(tried).toEqual(err({ kind: "case-not-found" }));
    }
    expect(await readMoney(ctxOf(former), caseId, null)).toBeNull();
    expect(Object.keys((await pastInvoiceView(ctxOf(former), { caseId, mandateId })) ?? {}).sort()).toEqual([
      "amount",
      "bill",
      "code",
      "currency",
      "missing",
      "undoes",
    ]);
    expect(await papersOf(world, former.orgId)).toEqual([]);
  },
  SLOW,
);

test(
  "money that came in under a mandate and is learned of after its end is receipted by the collector who had it, and bears its fee",
  async () => {
    const { former, successor, creditor, caseId, mandateId, within } = await aReplacedCollector();
    const report = { caseId, type: "payment" as const, payee: "collector" as const, amount: "400.00" };
    value(await tellFact(world, creditor, { ...report, occurredOn: within }));
    const told = await readMoney(ctxOf(successor), caseId, null);
    const late = told?.reports.find(({ amount }) => amount === 40_000);
    const answer = {
      caseId,
      reportId: late?.id ?? "",
      kind: "payment" as const,
      answer: "confirmed" as const,
    };
    value(await answerReport(ctxOf(successor), answer));
    expect(await kinds(former)).toEqual([["receipt", 40_000]]);
    expect(await kinds(successor)).toEqual([]);
    expect(await pastInvoiceView(ctxOf(former), { caseId, mandateId })).toMatchObject({ amount: "21000" });
  },
  SLOW,
);

test(
  "whose mandate on a lot ended finds the cases that money came in on, and bills each; nobody else is shown them",
  async () => {
    const [former, other] = [await aLawyer(world), await aLawyer(world)];
    const { lotId, creditor, portfolioId } = await anEngagedLot(world, [former], { rows: rowsOf(3, 700) });
    await postAll(world);
    const claims = await world.owner
      .select({ caseId: portfolioClaims.caseId })
      .from(portfolioClaims)
      .where(eq(portfolioClaims.portfolioId, portfolioId));
    const paid = claims.map(({ caseId }) => caseId).sort()[1];
    await passTime(world, { days: 1 });
    await pays(world, creditor, paid, "100.00");
    for (const person of [former, creditor]) await bills(world, person);
    await passTime(world, { hours: 1 });
    value(await retenderLot(ctxOf(creditor), { caseId: lotId, reason: "no_cause" }));
    const [listed] = (await listPastMandates(ctxOf(former), null)).mandates;
    expect(listed).toMatchObject({ caseId: lotId, bills: "lot" });
    const at = { caseId: lotId, mandateId: listed.id, after: null };
    const fees = async (person: Person) => pastFees(ctxOf(person), at);
    expect((await fees(former))?.fees).toMatchObject([{ caseId: paid, billed: "0" }]);
    value(await billsPast(former, { caseId: paid, mandateId: listed.id }));
    const [fee] = (await fees(former))?.fees ?? [];
    expect(fee.billed).toBe(fee.due);
    expect(BigInt(fee.due)).toBeGreaterThan(0n);
    for (const person of [creditor, other]) expect(await fees(person)).toBeNull();
    expect((await pastFees(ctxOf(former), { ...at, after: paid }))?.fees).toEqual([]);
  },
  SLOW,
);
