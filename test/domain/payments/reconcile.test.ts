import fc from "fast-check";
import { expect, test } from "vitest";
import { type AtProvider, needsALook, reconcile } from "#app/domain/payments/reconcile.ts";

const at = (id: string, net: bigint, given: Partial<AtProvider> = {}): AtProvider => ({
  ...{ id, currency: "USD", net, isOurs: true, isFresh: false },
  ...given,
});
const booked = (id: string, net: bigint, currency = "USD") => ({ id: `stripe:${id}`, currency, net });
const usd = (amount: bigint) => new Map([["USD", amount]]);

test("what agrees has no finding; the payee's other business explains a difference and alarms nobody", () => {
  const provider = [at("txn_1", 970n), at("txn_2", 500n, { isOurs: false })];
  const { sums, findings } = reconcile({ balance: usd(1_470n), provider, books: [booked("txn_1", 970n)] });
  expect(sums).toEqual([
    { currency: "USD", provider: "1470", books: "970", outside: "500", unexplained: "0" },
  ]);
  expect(findings).toMatchObject([{ kind: "outside", id: "txn_2" }]);
  expect(needsALook(findings)).toBe(false);
});

test("one cent is found wherever it hides, and its finding names where", () => {
  const provider = [at("txn_1", 970n)];
  const one = (question: Partial<Parameters<typeof reconcile>[0]>) =>
    reconcile({ balance: usd(970n), provider, books: [booked("txn_1", 970n)], ...question });
  expect(one({ books: [booked("txn_1", 971n)] })).toMatchObject({
    sums: [{ unexplained: "-1" }],
    findings: [{ kind: "differs", id: "txn_1", provider: "970", books: "971" }],
  });
  expect(one({ books: [booked("txn_1", 970n), { id: "adjust", currency: "USD", net: 1n }] })).toMatchObject({
    sums: [{ unexplained: "-1" }],
    findings: [{ kind: "without-movement", id: "adjust", books: "1" }],
  });
  expect(one({ books: [booked("txn_1", 970n), booked("txn_9", 1n)] })).toMatchObject({
    findings: [{ kind: "not-at-provider", id: "txn_9" }],
  });
  expect(one({ balance: usd(971n) })).toMatchObject({ findings: [{ kind: "provider-sum" }] });
  expect(
    one({ books: [booked("txn_1", 970n, "EUR")] })
      .findings.map(({ kind }) => kind)
      .sort(),
  ).toEqual(["not-at-provider", "not-booked"]);
});

test("an event may be an hour on its way before anybody is told", () => {
  const { findings } = reconcile({
    balance: usd(5n),
    provider: [at("txn_1", 5n, { isFresh: true })],
    books: [],
  });
  expect(findings).toMatchObject([{ kind: "not-booked" }]);
  expect(needsALook(findings)).toBe(false);
});

test("every cent of a difference is named by a finding, whatever moved", () => {
  const net = fc.bigInt(-1_000n, 1_000n);
  const entries = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 9 }), net }), {
    selector: ({ id }) => id,
  });
  fc.assert(
    fc.property(entries, entries, fc.boolean(), (theirs, ours, isOurs) => {
      const provider = theirs.map((each) => at(`txn_${each.id}`, each.net, { isOurs }));
      const books = ours.map((each) => booked(`txn_${each.id}`, each.net));
      const stated = provider.reduce((sum, each) => sum + each.net, 0n);
      const { sums, findings } = reconcile({ balance: usd(stated), provider, books });
      const named = findings.reduce(
        (sum, each) => (each.kind === "outside" ? sum : sum + BigInt(each.provider) - BigInt(each.books)),
        0n,
      );
      expect(BigInt(sums[0].unexplained)).toBe(named);
    }),
  );
});
