import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "#app/domain/accounts/actor.ts";
import type { ReceiptContent } from "#app/domain/papers/content.ts";
import { contentOf } from "#app/use-cases/issue-paper.server.ts";
import { answerReport } from "#app/use-cases/ledger/answer-report.server.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { listPapers } from "#app/use-cases/list-papers.server.ts";
import { payPath } from "#app/use-cases/pay-link.server.ts";
import { readReceipt } from "#app/use-cases/payments/read-pay-page.server.ts";
import { tellFact } from "#test/support/ladder.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { aMoneyDesk } from "#test/support/money-desk.ts";
import { papersOf } from "#test/support/papers.ts";
import { aLawyer, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const receipts = async (issuer: Person) =>
  (await papersOf(world, issuer.orgId)).flatMap(({ kind, series, total, number }) =>
    series === "RCT" ? [[kind, total, number.slice(-1)]] : [],
  );

test("a payment by transfer is receipted by its payee alone: at once where the payee reports it, else once it confirms", async () => {
  const lawyer = await aLawyer(world);
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  const pays = { caseId, type: "payment", amount: "100.00" } as const;
  value(await tellFact(world, lawyer, { ...pays, payee: "collector" }));
  expect(await receipts(lawyer)).toEqual([["receipt", 10_000n, "1"]]);
  value(await tellFact(world, lawyer, { ...pays, amount: "40.00", payee: "creditor" }));
  expect(await receipts(creditor)).toEqual([]);
  const view = await readMoney(world.ctx(creditor.actor), caseId, null);
  const [report] = view?.reports.filter(({ amount }) => amount === 4_000) ?? [];
  value(
    await answerReport(world.ctx(creditor.actor), {
      ...{ caseId, kind: "payment", reportId: report.id, answer: "confirmed" },
    }),
  );
  expect(await receipts(creditor)).toEqual([["receipt", 4_000n, "1"]]);
  const [paper] = await papersOf(world, creditor.orgId);
  expect(contentOf(paper) as ReceiptContent).toMatchObject({
    ...{ through: "transfer", total: "4000", setOff: { unassigned: "4000" }, cancels: null },
  });
  expect(paper.content).not.toContain("Quillfeather");
  for (const side of [lawyer, creditor])
    expect((await listPapers(world.ctx(side.actor), { caseId })).papers.length).toBe(2);
  const stranger = await aLawyer(world);
  expect((await listPapers(world.ctx(stranger.actor), { caseId })).papers).toEqual([]);
});

test("whoever paid at the provider has the receipt by the link, and a refund withdraws it and receipts what is left", async () => {
  const desk = await aMoneyDesk(world);
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  const paymentId = await desk.aPayment(caseId, 9_000_000n);
  expect(await receipts(desk.lawyer)).toEqual([["receipt", 9_000_000n, "1"]]);
  const token = payPath(world.services.secrets, { caseId, id: paymentId }).split("/").at(-1) ?? "";
  const file = await readReceipt(world.ctx(anonymous), token);
  expect(file).toMatchObject({ form: "pdf" });
  expect(await readReceipt(world.ctx(anonymous), `${token.slice(0, -4)}AAAA`)).toBeNull();

  await desk.at.deliverAll(desk.account);
  expect((await receipts(desk.lawyer)).length).toBe(1);
  const [over] = (await desk.openOn(caseId)).filter(({ kind }) => kind === "overpaid");
  await desk.done({ caseId, key: over.key, act: "refund", amount: "10,000.00" });
  expect(await receipts(desk.lawyer)).toEqual([
    ["receipt", 9_000_000n, "1"],
    ["receipt_cancelled", 9_000_000n, "2"],
    ["receipt", 8_000_000n, "3"],
  ]);
});
