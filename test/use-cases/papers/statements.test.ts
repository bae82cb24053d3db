import { and, eq, ne, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import type { AccountKind } from "#app/domain/ledger/accounts.ts";
import type { StatementAccount, StatementContent } from "#app/domain/papers/content.ts";
import { kindsIn, statementOf } from "#app/domain/papers/statement.ts";
import { readDesk } from "#app/use-cases/exceptions/read-desk.server.ts";
import { contentOf } from "#app/use-cases/issue-paper.server.ts";
import { listPapers } from "#app/use-cases/list-papers.server.ts";
import { issueStatements } from "#app/use-cases/papers/issue-statements.server.ts";
import { readPaperFile } from "#app/use-cases/papers/read-papers.server.ts";
import { postCause } from "#db/queries/ledger.ts";
import { accountsAsOf, transfersIn } from "#db/queries/paper-statements.ts";
import { papers } from "#db/schema/papers.ts";
import { moneyExceptions } from "#db/schema/payments.ts";
import { aCause, emptyBooks, leg } from "#test/support/ledger.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { closesAll, closesMonth } from "#test/support/months.ts";
import { pays } from "#test/support/papers.ts";
import {
  aCreditor,
  aLawyer,
  aWorld,
  type Person,
  theAdmin,
  turnTo,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
let lawyer: Person;
let creditor: Person;
let cases: string[];
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-09-10T09:00:00Z");
  [lawyer, creditor] = [await aLawyer(world), await aCreditor(world)];
  cases = [];
  for (let each = 0; each < 2; each += 1)
    cases.push((await anEngagedCase(world, lawyer, { creditor })).caseId);
});
afterAll(() => world.close());

const months = [
  { from: "2026-06-01", to: "2026-06-30" },
  { from: "2026-07-01", to: "2026-07-31" },
  { from: "2026-08-01", to: "2026-08-31" },
];
type Period = (typeof months)[number];

async function stated(kind: StatementContent["kind"], period: Period, currency: string) {
  const parties = {
    creditorId: creditor.orgId,
    collectorId: kind === "remittance_advice" ? lawyer.orgId : null,
  };
  const kinds = { case: kindsIn(kind, "case"), party: kindsIn(kind, "party") };
  const said = statementOf({
    ...{ kind, creditorId: creditor.orgId, period, causeOf: (cause: string) => cause },
    accounts: await accountsAsOf(world.db, parties, { currency, period, kinds }),
    transfers: await transfersIn(world.db, parties, { currency, period }),
  });
  return value(said);
}

const moves: [AccountKind, AccountKind][] = [
  ["debtor", "client_money"],
  ["debtor", "creditor_bank"],
  ["client_money", "creditor_bank"],
  ["remit_terms", "remit_owed"],
  ["remit_owed", "remit_terms"],
  ["fee_terms", "fee_owed"],
  ["fee_owed", "fee_reported"],
  ["charge_terms", "charge_owed"],
  ["connected_balance", "creditor_bank"],
  ["creditor_bank", "collector_bank"],
];

const someMoves = fc.array(
  fc.record({
    move: fc.constantFrom(...moves),
    nth: fc.integer({ min: 0, max: 1 }),
    amount: fc.bigInt(1n, 10n ** 9n),
    on: fc.integer({ min: 0, max: 91 }),
    currency: fc.constantFrom("USD", "JPY", "KWD"),
  }),
  { minLength: 1, maxLength: 14 },
);
const dayAfter = (days: number) =>
  new Date(Date.parse("2026-06-01") + days * 86_400_000).toISOString().slice(0, 10);

test("opening and movements come to the closing, statements of consecutive months join, and the parts add up, whatever was booked in whatever order", async () => {
  await fc.assert(
    fc.asyncProperty(someMoves, async (all) => {
      await emptyBooks(world.owner);
      const parties: AccountKind[] = ["creditor_bank", "connected_balance"];
      for (const [at, { move, nth, amount, on, currency }] of all.entries()) {
        const [from, to] = move.map((kind) => {
          const party = kind === "collector_bank" ? lawyer.orgId : creditor.orgId;
          return { kind, bookId: parties.includes(kind) || kind === "collector_bank" ? party : cases[nth] };
        });
        const cause = aCause(`try:${at}`, { caseId: cases[nth], effectiveOn: dayAfter(on), now: world.now });
        await postCause(world.db, cause, [leg(from, to, amount, currency)]);
      }
      for (const currency of ["USD", "JPY", "KWD"])
        for (const kind of ["creditor_statement", "remittance_advice"] as const) {
          const told = [];
          for (const period of months) told.push(await stated(kind, period, currency));
          expect(told[0].sums.map(({ opening }) => opening).every((sum) => sum === "0")).toBe(true);
          for (const [at, { sums, cases: sections }] of told.entries()) {
            for (const { account, opening, moved, closing } of sums) {
              expect(BigInt(opening) + BigInt(moved)).toBe(BigInt(closing));
              const next = told[at + 1]?.sums.find((each) => each.account === account);
              if (next) expect(next.opening).toBe(closing);
              expect(linesOf(sections, account)).toBe(BigInt(moved));
              if (account !== "received") expect(closings(sections, account)).toBe(BigInt(closing));
            }
          }
        }
    }),
    { numRuns: 12 },
  );
  await emptyBooks(world.owner);
});

type Sections = StatementContent["cases"];
const linesOf = (sections: Sections, account: StatementAccount) =>
  sections
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => (line.account === account ? sum + BigInt(line.amount) : sum), 0n);
const closings = (sections: Sections, account: StatementAccount) =>
  sections
    .flatMap(({ sums }) => sums)
    .reduce((sum, each) => (each.account === account ? sum + BigInt(each.closing) : sum), 0n);

test("a closed month is stated once to the creditor and once by the collector, to the cent of the books, and what comes late stands in the next", async () => {
  const work = async () => {
    for (let done = 1; done > 0; ) done = value(await issueStatements(world.ctx(system)));
  };
  await pays(world, creditor, cases[0], "1,000.00");
  await work();
  expect(await world.db.select().from(papers).where(ne(papers.kind, "receipt"))).toEqual([]);
  await turnTo(world, "2026-10-08T09:00:00Z");
  expect(await closesMonth(world)).toBe("2026-09-01");
  await Promise.all([work(), work()]);
  const own = await world.db.select().from(papers).where(eq(papers.recipientId, creditor.orgId));
  const about = own.map((paper) => [paper.kind, paper.subject, paper.issuerId === lawyer.orgId]);
  expect(about.sort()).toEqual([
    ["creditor_statement", "2026-09-01:USD", false],
    ["remittance_advice", "2026-09-01:USD", true],
  ]);
  const statement = own.find(({ kind }) => kind === "creditor_statement");
  if (!statement) throw new Error("none");
  const said = contentOf(statement) as StatementContent;
  const of = (account: StatementAccount) => said.sums.find((each) => each.account === account)?.closing;
  expect([of("recovered"), of("received"), of("fee"), of("held")]).toEqual([
    "100000",
    "100000",
    "15000",
    "0",
  ]);
  const late = aCause("late", {
    caseId: cases[1],
    effectiveOn: "2026-09-25",
    at: new Date("2026-09-25T12:00:00Z"),
    now: world.now,
  });
  const [debtor, bank] = [
    { kind: "debtor" as const, bookId: cases[1] },
    { kind: "creditor_bank" as const, bookId: creditor.orgId },
  ];
  value(await postCause(world.db, late, [leg(debtor, bank, 500, "USD")]));
  await turnTo(world, "2026-11-05T09:00:00Z");
  await closesAll(world);
  await work();
  const [next] = (await world.db.select().from(papers).where(eq(papers.subject, "2026-10-01:USD"))).filter(
    ({ kind }) => kind === "creditor_statement",
  );
  const october = contentOf(next) as StatementContent;
  expect(october.sums.find(({ account }) => account === "recovered")).toMatchObject({
    ...{ opening: "100000", moved: "500", closing: "100500" },
  });
  expect(october.cases.flatMap(({ lines }) => lines)).toContainEqual(
    expect.objectContaining({ account: "recovered", on: "2026-10-01", happenedOn: "2026-09-25" }),
  );
});

test("a statement that does not add up is set aside with what is missing and keeps no other back; it follows by itself, once, when its parts add up", async () => {
  const all = async () => {
    for (let done = 1; done > 0; ) done = value(await issueStatements(world.ctx(system)));
  };
  const firm = await aLawyer(world);
  const [spoiled, other] = [await aCreditor(world), await aCreditor(world)];
  const moved: Record<string, string> = {};
  for (const each of [spoiled, other]) {
    const { caseId } = await anEngagedCase(world, firm, { creditor: each });
    moved[each.orgId] = caseId;
    await pays(world, each, caseId, "1,000.00");
  }
  // As a row changed behind the product's back would be: what the account holds is not what moved it.
  const bend = (by: number) =>
    world.owner.execute(
      sql.raw(`set session_replication_role = replica;
      update ledger_transfers set to_balance = to_balance + ${by}
        where case_id = '${moved[spoiled.orgId]}' and to_book = '${spoiled.orgId}' and to_kind = 'creditor_bank';
      set session_replication_role = origin`),
    );
  await bend(7);
  await turnTo(world, "2026-12-05T09:00:00Z");
  await closesAll(world);
  await all();
  const statedTo = (person: Person) =>
    world.db
      .select()
      .from(papers)
      .where(and(eq(papers.recipientId, person.orgId), eq(papers.subject, "2026-11-01:USD")));
  const kinds = async (person: Person) => (await statedTo(person)).map(({ kind }) => kind).sort();
  expect(await kinds(other)).toEqual(["creditor_statement", "remittance_advice"]);
  expect(await kinds(spoiled)).toEqual(["remittance_advice"]);
  const waiting = () =>
    world.db.select().from(moneyExceptions).where(eq(moneyExceptions.caseId, spoiled.orgId));
  expect(await waiting()).toMatchObject([
    { kind: "unstated", amount: 7n, currency: "USD", closedAt: null, closedBy: null },
  ]);
  const desk = await readDesk(world.ctx((await theAdmin(world)).actor));
  expect(desk?.exceptions).toContainEqual(
    expect.objectContaining({ kind: "unstated", amount: 7, isCase: false }),
  );

  await bend(-7);
  await Promise.all([all(), all()]);
  expect(await kinds(spoiled)).toEqual(["creditor_statement", "remittance_advice"]);
  expect(await waiting()).toMatchObject([{ closedBy: null, closedAt: world.now }]);
});

test("a statement is its creditor's, an advice its two sides', and both are drawn", async () => {
  const mine = (await listPapers(world.ctx(creditor.actor), {})).papers;
  expect(mine.length).toBeGreaterThan(3);
  const theirs = (await listPapers(world.ctx(lawyer.actor), {})).papers;
  expect(new Set(theirs.map(({ kind }) => kind))).toEqual(new Set(["remittance_advice", "receipt"]));
  const statement = mine.find(({ kind }) => kind === "creditor_statement");
  const id = statement?.id ?? "";
  expect(await readPaperFile(world.ctx(lawyer.actor), id, "csv")).toBeNull();
  for (const locale of ["en", "zh"] as const) {
    const file = await readPaperFile({ ...world.ctx(creditor.actor), locale }, id, "pdf");
    expect(file?.form === "pdf" && file.bytes.byteLength).toBeGreaterThan(5_000);
  }
});
