import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AtProvider,
  bookedIn,
  closingAt,
  needsALook,
  reconcile,
} from "#app/domain/payments/reconcile.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const at = (id: string, net: bigint, given: Partial<AtProvider> = {}): AtProvider => ({
  ...{ id, currency: "USD", net, isOurs: true, isFresh: false, at: noon },
  ...given,
});
const booked = (id: string, net: bigint, currency = "USD") => ({
  ...{ id: `stripe:${id}`, currency, net, at: noon },
});
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
  expect(one({ books: [booked("txn_1", 970n), { ...booked("", 1n), id: "adjust" }] })).toMatchObject({
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

test("what came in while the two sides were read is not judged: the stated balance may be of any moment since, and of no other", () => {
  const minute = (n: number) => new Date(noon.getTime() + n * 60_000);
  const provider = [
    at("txn_1", 100n),
    at("txn_2", 20n, { isFresh: true, at: minute(1) }),
    at("txn_3", 3n, { isFresh: true, at: minute(2) }),
  ];
  const books = [booked("txn_1", 100n), { ...booked("txn_9", 7n), isFresh: true, at: minute(2) }];
  for (const stated of [100n, 120n, 123n]) {
    const { findings, sums } = reconcile({ balance: usd(stated), provider, books });
    expect(needsALook(findings), String(stated)).toBe(false);
    expect(sums[0].unexplained, String(stated)).toBe("0");
  }
  for (const stated of [99n, 103n, 124n])
    expect(needsALook(reconcile({ balance: usd(stated), provider, books }).findings)).toBe(true);
});

test("a comparison that goes on from a closing finds what one from the first movement on finds, to the cent", () => {
  const net = fc.bigInt(-1_000n, 1_000n);
  const some = fc.array(fc.record({ net, isOurs: fc.boolean(), day: fc.integer({ min: 0, max: 9 }) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 9 }), fc.bigInt(-2n, 2n), (moved, day, off) => {
      const on = (days: number) => new Date(noon.getTime() + days * 86_400_000);
      const provider = moved.map((each, n) => at(`txn_${n}`, each.net, { ...each, at: on(each.day) }));
      const books = provider.flatMap((each) =>
        each.isOurs ? [{ ...booked(each.id, each.net), at: each.at }] : [],
      );
      const balance = usd(provider.reduce((sum, each) => sum + each.net, 0n));
      const opening = closingAt({ balance, provider, books }, on(day));
      const after = ({ at: moment }: { at: Date }) => moment > on(day);
      const planted = off === 0n ? [] : [{ ...booked("txn_x", off), at: on(day + 1) }];
      const question = { balance, opening, provider: provider.filter(after) };
      const since = reconcile({ ...question, books: [...books.filter(after), ...planted] });
      const whole = reconcile({ balance, provider, books: [...books, ...planted] });
      expect(since.sums).toEqual(whole.sums);
      expect(needsALook(since.findings)).toBe(needsALook(whole.findings));
      expect(bookedIn({ opening, books: [...books.filter(after), ...planted] }).get("USD")).toBe(
        [...books, ...planted].reduce((sum, each) => sum + each.net, 0n),
      );
    }),
  );
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

test("a balance between two movements of one second is one of the moments, since the provider lists the newest first", () => {
  const fresh = { isFresh: true };
  const provider = [at("txn_2", 30n, fresh), at("txn_1", 500n, fresh)];
  const { findings } = reconcile({
    balance: usd(500n),
    provider,
    books: [booked("txn_1", 500n), booked("txn_2", 30n)],
  });
  expect(findings).toEqual([]);
});
