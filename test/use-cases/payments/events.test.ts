import { count } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { receiveEvent } from "#app/use-cases/payments/receive-event.server.ts";
import { balanceOf } from "#db/queries/ledger.ts";
import { providerEvents } from "#db/schema/payments.ts";
import { aPaymentWorld, heldBy, signed } from "#test/support/payments.ts";
import { aLawyer, aWorld, type Person, type World } from "#test/support/world.ts";

let world: World;
let at: Awaited<ReturnType<typeof aPaymentWorld>>;
let lawyer: Person;
let account: string;

beforeAll(async () => {
  world = await aWorld();
  at = await aPaymentWorld(world);
  lawyer = await aLawyer(world);
  account = await at.payee(lawyer);
  for (const event of await at.events(account)) await at.deliver(event);
  await at.work();
});
afterAll(async () => {
  await at.local.close();
  await world.close();
});

const deliverAll = async () => {
  for (const event of await at.events(account)) await at.deliver(event);
  await at.work();
};
const newPayment = async (amount = 25_000n) => {
  const id = await at.asked({ orgId: lawyer.orgId, amount });
  await at.work();
  return id;
};

test("a debtor's payment is the payee's from the first moment: nothing of it reaches the platform", async () => {
  const id = await newPayment();
  expect((await at.pay(id, "4242424242424242")).status).toBe(303);
  await deliverAll();
  const payment = await at.paymentOf(id);
  expect([payment.status, payment.accountId, payment.sessionUrl]).toEqual(["paid", account, null]);
  expect(await balanceOf(world.db, { kind: "debtor", bookId: payment.caseId }, "USD")).toBe(-25_000n);
  const held = await balanceOf(world.db, { kind: "connected_balance", bookId: lawyer.orgId }, "USD");
  expect(held).toBe(await heldBy(at.local.stripe, account, "USD"));
  expect((await at.local.stripe.balanceTransactions.list()).data).toEqual([]);
});

test("a refused card leaves the page open and the books untouched; 3-D Secure is waited for", async () => {
  const id = await newPayment(10_000n);
  const refused = await at.pay(id, "4000000000009995");
  expect([refused.status, await refused.text()]).toEqual([
    402,
    expect.stringContaining("insufficient funds"),
  ]);
  await deliverAll();
  expect((await at.paymentOf(id)).status).toBe("open");
  const asks = await at.pay(id, "4000002760003184");
  await fetch(asks.headers.get("location")!, {
    method: "POST",
    body: new URLSearchParams({ proven: "yes" }),
    redirect: "manual",
  });
  await deliverAll();
  const { status, caseId } = await at.paymentOf(id);
  expect(status).toBe("paid");
  expect(await balanceOf(world.db, { kind: "debtor", bookId: caseId }, "USD")).toBe(-10_000n);
});

test("the payee's own refunds and disputes are none of ours at once; those of our payment are, before anything of it is on record", async () => {
  const on = { stripeAccount: account };
  const own = await at.local.stripe.paymentIntents.create(
    {
      amount: 5_000,
      currency: "usd",
      payment_method: "pm_card_bypassPending",
      confirm: true,
      return_url: "http://127.0.0.1/",
    },
    on,
  );
  await at.local.stripe.refunds.create({ payment_intent: own.id, amount: 1_000 }, on);
  await at.local.happen("dispute", { account, charge: String(own.latest_charge), reason: "general" });
  const id = await newPayment(20_000n);
  await at.pay(id, "4000000000000077");
  const [latest] = (await at.local.stripe.paymentIntents.list({ limit: 1 }, on)).data;
  await at.local.stripe.refunds.create({ payment_intent: latest.id, amount: 3_000 }, on);
  const told = await at.events(account);
  const nameless = told.filter(({ type }) => /^(refund|charge\.dispute)\./.test(type));
  const before = await balanceOf(world.db, { kind: "connected_balance", bookId: lawyer.orgId }, "USD");
  for (const event of nameless) await at.deliver(event);
  await at.work();
  const rows = await Promise.all(nameless.map((event) => at.eventRow(event.id)));
  expect(rows.map(({ attempts }) => attempts)).toEqual(rows.map(() => 0));
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["applied", "ignored"]));
  const { status, caseId } = await at.paymentOf(id);
  expect(status).toBe("paid");
  expect(await balanceOf(world.db, { kind: "debtor", bookId: caseId }, "USD")).toBe(-17_000n);
  const gained =
    (await balanceOf(world.db, { kind: "connected_balance", bookId: lawyer.orgId }, "USD")) - before;
  expect(gained).toBe(17_000n - 610n);
});

test("what is forged, changed, stale or of another mode is refused or passed over, and stores nothing", async () => {
  const [event] = (await at.events(account)).slice(-1);
  const stored = async () => (await world.db.select({ n: count() }).from(providerEvents))[0].n;
  const before = await stored();
  const take = (raw: string, signature: string) => receiveEvent(world.ctx(system), { raw, signature });
  const forged = JSON.stringify({ ...event, id: "evt_forged" });
  expect(await take(forged, signed(forged, "whsec_guess"))).toEqual({
    ok: false,
    error: { kind: "not-signed" },
  });
  expect(await take(forged.replace("usd", "eur"), signed(forged))).toMatchObject({ ok: false });
  expect(await take(forged, signed(forged, undefined, 301))).toMatchObject({ ok: false });
  expect(await take(forged, "")).toMatchObject({ ok: false });
  const live = JSON.stringify({ ...event, id: "evt_live", livemode: true });
  expect(await take(live, signed(live))).toEqual({ ok: true, value: "of-another-mode" });
  expect(await take(JSON.stringify(event), signed(JSON.stringify(event)))).toEqual({
    ok: true,
    value: "known",
  });
  expect(await stored()).toBe(before);
});

test("a signed event cannot say what is not so: the object is read from the provider, and another's payment is left alone", async () => {
  const id = await newPayment(7_000n);
  const { caseId } = await at.paymentOf(id);
  const [like] = (await at.events(account)).filter(({ type }) => type === "payment_intent.succeeded");
  const claim = (changed: object) => {
    const object = {
      ...(like.data.object as object),
      metadata: { case_id: caseId, payment_id: id },
      amount_received: 7_000,
    };
    return { ...like, data: { object }, ...changed } as unknown as typeof like;
  };
  await at.deliver(claim({ id: "evt_untrue" }));
  await at.deliver(claim({ id: "evt_elsewhere", account: "acct_unknown" }));
  await at.deliver(claim({ id: "evt_platform", account: undefined }));
  await at.work();
  expect([(await at.paymentOf(id)).status, (await at.eventRow("evt_untrue")).state]).toEqual([
    "open",
    "applied",
  ]);
  expect((await at.eventRow("evt_elsewhere")).state).toBe("ignored");
  expect(await at.eventRow("evt_platform")).toMatchObject({
    state: "dead",
    lastError: "The event names a payment of another account",
  });
  expect(await balanceOf(world.db, { kind: "debtor", bookId: caseId }, "USD")).toBe(0n);
});
