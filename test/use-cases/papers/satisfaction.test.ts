import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "#app/domain/accounts/actor.ts";
import type { SatisfactionContent } from "#app/domain/papers/content.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { codeFor } from "#app/use-cases/contact/letter-code.server.ts";
import { verifyLetter } from "#app/use-cases/debtors/verify-letter.server.ts";
import { contentOf } from "#app/use-cases/issue-paper.server.ts";
import { answerReport } from "#app/use-cases/ledger/answer-report.server.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { paperFile } from "#app/use-cases/paper-file.server.ts";
import { readPaperFile } from "#app/use-cases/papers/read-papers.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { notifications } from "#db/schema/accounts.ts";
import { papers } from "#db/schema/papers.ts";
import { tellFact } from "#test/support/ladder.ts";
import { anEngagedCase, canary } from "#test/support/market.ts";
import { aMoneyDesk, disputedCard } from "#test/support/money-desk.ts";
import { refusedBy } from "#test/support/refused-by.ts";
import { aLawyer, anAddress, aPdf, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let desk: Awaited<ReturnType<typeof aMoneyDesk>>;
beforeAll(async () => {
  world = await aWorld();
  desk = await aMoneyDesk(world);
}, 60_000);
afterAll(() => world.close());

const aCase = () => anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
const letters = (caseId: string) =>
  world.db
    .select()
    .from(papers)
    .where(and(eq(papers.caseId, caseId), eq(papers.series, "SAT")))
    .orderBy(papers.issuedAt, papers.nth);
const kinds = async (caseId: string) => (await letters(caseId)).map(({ kind }) => kind);
const said = async (caseId: string) => contentOf((await letters(caseId))[0]) as SatisfactionContent;
const check = async (caseId: string, nth = 0) => {
  const { id } = (await letters(caseId))[nth];
  const { code } = codeFor(world.services, { caseId, id });
  return verifyLetter(world.ctx(anonymous), { code, address: anAddress() });
};
const close = async (person: Person, caseId: string, closing: "closed_paid" | "closed_settled") =>
  value(
    await closeCase(world.ctx(person.actor), {
      ...{ caseId, closing, note: "It is over now.", proof: aPdf("agreement.pdf", caseId) },
    }),
  );

test("the payment that leaves nothing brings the letter, in the collector's name; a part or too much of it changes nothing, and a payment that goes back takes it away for whoever checks it", async () => {
  const { caseId } = await aCase();
  await desk.aPayment(caseId, 3_000_000n);
  expect(await kinds(caseId)).toEqual([]);
  await desk.aPayment(caseId, 6_000_000n);
  expect(await kinds(caseId)).toEqual(["satisfaction_letter"]);
  expect(await said(caseId)).toMatchObject({
    ...{ how: "paid", total: "8000000", principal: "8000000", judgment: false, jurisdiction: "US-CA" },
    payments: [{ amount: "3000000" }, { amount: "6000000" }],
  });
  const [letter] = await letters(caseId);
  expect(letter.issuerId).toBe(desk.lawyer.orgId);
  expect(letter.content).not.toContain("Quillfeather");
  expect(value(await check(caseId))).toMatchObject({
    what: "paper",
    number: letter.number,
    withdrawnOn: null,
  });

  const [over] = (await desk.openOn(caseId)).filter(({ kind }) => kind === "overpaid");
  await desk.done({ caseId, key: over.key, act: "refund", amount: "10,000.00" });
  expect(await kinds(caseId)).toEqual(["satisfaction_letter"]);

  await desk.aPayment(caseId, 100n);
  expect(await kinds(caseId)).toEqual(["satisfaction_letter"]);
  const view = await readMoney(world.ctx(desk.creditor.actor), caseId, null);
  expect(view?.papers.map(({ kind }) => kind)).toContain("satisfaction_letter");
});

test("a payment that is disputed with the card's bank and lost withdraws the letter, tells both sides, and a new payment brings a new one", async () => {
  const { caseId } = await aCase();
  await desk.aPayment(caseId, 8_000_000n, disputedCard);
  const dispute = (await desk.openOn(caseId)).find(({ kind }) => kind.startsWith("dispute"));
  if (!dispute) throw new Error("No dispute");
  await desk.at.local.happen("dispute-ended-before", {
    ...{ account: desk.account, dispute: dispute.key.replace("dispute:", ""), status: "prevented" },
  });
  await desk.at.deliverAll(desk.account);
  const told = async (kind: string) =>
    (
      await world.owner
        .select({ userId: notifications.userId })
        .from(notifications)
        .where(eq(notifications.kind, kind))
    ).map(({ userId }) => userId);
  expect((await kinds(caseId)).at(-1)).toBe("satisfaction_withdrawn");
  expect(value(await check(caseId))).toMatchObject({ what: "paper", withdrawnOn: expect.any(String) });
  for (const side of [desk.lawyer, desk.creditor])
    expect(await told("satisfaction_withdrawn")).toContain(side.userId);
  await desk.aPayment(caseId, 8_000_000n);
  expect((await kinds(caseId)).at(-1)).toBe("satisfaction_letter");
  const nth = (await letters(caseId)).length - 1;
  expect(value(await check(caseId, nth))).toMatchObject({ withdrawnOn: null });
  expect(value(await check(caseId))).toMatchObject({ withdrawnOn: expect.any(String) });
});

test("what another side only reports brings no letter until its payee has confirmed it", async () => {
  const lawyer = await aLawyer(world);
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  value(await tellFact(world, lawyer, { caseId, type: "payment", payee: "creditor", amount: "80,000.00" }));
  expect(await kinds(caseId)).toEqual([]);
  const view = await readMoney(world.ctx(creditor.actor), caseId, null);
  const [report] = view?.reports ?? [];
  const answer = { caseId, kind: "payment" as const, reportId: report.id, answer: "confirmed" as const };
  value(await answerReport(world.ctx(creditor.actor), answer));
  expect(await kinds(caseId)).toEqual(["satisfaction_letter"]);
});

test("whoever closes a case as paid or settled says so to the debtor, in its own name, whatever was paid; withdrawn by what goes back", async () => {
  const { caseId } = await aCase();
  await desk.aPayment(caseId, 5_000_000n, disputedCard);
  await close(desk.creditor, caseId, "closed_settled");
  expect(await kinds(caseId)).toEqual(["satisfaction_letter"]);
  const [letter] = await letters(caseId);
  expect(letter).toMatchObject({ issuerId: desk.creditor.orgId, total: 5_000_000n });
  expect(await said(caseId)).toMatchObject({ how: "settled", payments: [{ amount: "5000000" }] });
  const [{ key }] = await desk.openOn(caseId);
  await desk.done({ caseId, key, act: "concede_dispute" });
  expect(await kinds(caseId)).toEqual(["satisfaction_letter", "satisfaction_withdrawn"]);

  const other = await aCase();
  await close(desk.lawyer, other.caseId, "closed_paid");
  expect(await said(other.caseId)).toMatchObject({ how: "paid", total: "0", payments: [] });
  expect((await letters(other.caseId))[0].issuerId).toBe(desk.lawyer.orgId);
});

test("the letter is read in three languages, names nobody but in the debtor's own hand, and equal content gives equal bytes", async () => {
  const { caseId } = await aCase();
  await desk.aPayment(caseId, 8_000_000n);
  const [letter] = await letters(caseId);
  const ctx = world.ctx(desk.lawyer.actor);
  for (const language of ["en", "zh", "de"] as const) {
    const [one, two] = await Promise.all([
      paperFile(ctx, letter, { form: "pdf", language }),
      paperFile(ctx, letter, { form: "pdf", language }),
    ]);
    expect(one.form === "pdf" && two.form === "pdf" && Buffer.compare(one.bytes, two.bytes)).toBe(0);
    const table = await paperFile(ctx, letter, { form: "csv", language, to: [canary.name] });
    const text = table.form === "csv" ? table.text : "";
    expect(text).not.toMatch(/satisfaction\.|paper\.[a-z]|\{[a-z]+\}/i);
    expect(text).toContain(canary.name);
    expect(text).toContain(codeFor(world.services, { caseId, id: letter.id }).code);
    expect(text).toContain({ en: "paid in full", zh: "已全部还清", de: "vollständig bezahlt" }[language]);
  }
  const own = await readPaperFile(ctx, letter.id, "csv");
  expect(own?.form === "csv" && own.text).not.toContain(canary.name);
  const stranger = await aLawyer(world);
  expect(await readPaperFile(world.ctx(stranger.actor), letter.id, "pdf")).toBeNull();
});

test("the database takes no second letter beside one that stands, and none from anybody but a side of the case", async () => {
  const { caseId } = await aCase();
  await desk.aPayment(caseId, 8_000_000n);
  const [letter] = await letters(caseId);
  const other = await aCase();
  const stranger = await aLawyer(world);
  /** The same letter once more, numbered as its issuer's next. */
  const again = async (changed: { issuerId: string; caseId: string; nth: number }) => {
    const number = letter.number.replace(/\d{6}$/, String(changed.nth).padStart(6, "0"));
    const content = letter.content.replace(letter.number, number);
    const row = { ...letter, ...changed, id: randomUUID(), number, content, contentHash: sha256(content) };
    return refusedBy(world.db.insert(papers).values(row));
  };
  const own = { issuerId: letter.issuerId, caseId };
  expect(await again({ ...own, nth: letter.nth + 1 })).toBe("RG015");
  expect(await again({ issuerId: stranger.orgId, caseId: other.caseId, nth: 1 })).toBe("RG015");
  expect(await again({ ...own, caseId: other.caseId, nth: letter.nth + 1 })).toBe("nothing");
});
