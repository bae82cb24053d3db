import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { balanceOf, postCause } from "#db/queries/ledger.ts";
import { aCause, account, leg } from "#test/support/ledger.ts";
import { anOpenRound } from "#test/support/market.ts";
import { refusedBy } from "#test/support/refused-by.ts";
import { aWorld, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("the platform holds no debtor's money: not on a case, not by the product and not by its owner", async () => {
  const { caseId } = await anOpenRound(world);
  const held = { kind: "platform_held" as const, bookId: caseId };
  const holding = (by = world.db) =>
    postCause(by, aCause(`hold:${newId(world.now)}`, { caseId }), [leg(account("debtor"), held, 100)]);
  expect(await refusedBy(holding())).toBe("RG013");
  expect(await refusedBy(holding(world.owner))).toBe("RG013");
  const permit = sql`insert into platform_holding_permits values ('US', 'US-X', 'none')`;
  expect(await refusedBy(world.db.execute(permit))).toBe("42501");
  await world.owner.execute(permit);
  // A pack that permits it is not enough: counsel's signature must be approved.
  expect(await refusedBy(holding())).toBe("RG013");
  await world.owner.execute(sql`set session_replication_role = replica;
    insert into law_changes (id, pack_id, kind, subject, body, citation, reason, effective_on, status, proposed_by, proposed_at,
      decided_by, decided_at, seq, pack_version)
    values (gen_random_uuid(), 'US', 'signature', 'US', '{}', 'Counsel', 'A test', current_date - 1, 'approved', gen_random_uuid(),
      now(), gen_random_uuid(), now(), 1, 'x+1');
    set session_replication_role = origin`);
  expect(await holding()).toEqual({ ok: true, value: "applied" });
  expect(await balanceOf(world.db, held, "EUR")).toBe(100n);
});

test("nothing but a creditor's payment reaches the platform's accounts: no debtor's money and no share of a fee", async () => {
  for (const from of ["debtor", "client_money", "connected_balance", "collector_bank"] as const) {
    const posted = postCause(
      world.db,
      aCause(`to-platform:${from}`),
      [
        leg(account("debtor", 2), account(from, 3), 10),
        leg(account(from, 3), account("platform_fees"), 10),
      ].slice(from === "debtor" ? 1 : 0),
    );
    expect(await refusedBy(posted), from).toBe("ledger_transfers_platform_paid");
  }
  const bank = postCause(world.db, aCause("to-bank"), [
    leg(account("creditor_bank"), account("platform_bank"), 10),
  ]);
  expect(await refusedBy(bank)).toBe("ledger_transfers_platform_paid");
  const fine = [
    leg(account("creditor_bank"), account("platform_fees"), 10),
    leg(account("platform_fees"), account("platform_bank"), 10),
  ];
  expect(await postCause(world.db, aCause("charge"), fine)).toEqual({ ok: true, value: "applied" });
});

test("a movement once booked stays as it was booked, and the product can change none", async () => {
  const change = sql`update provider_movements set gross = gross + 1`;
  expect(await refusedBy(world.db.execute(change))).toBe("42501");
  await world.owner.execute(sql`insert into provider_movements (case_id, id, type, currency, gross, fee, at, recorded_at)
    values (gen_random_uuid(), 'txn_1', 'payout', 'USD', -1, 0, now(), now())`);
  expect(await refusedBy(world.owner.execute(change))).toBe("RG001");
});
