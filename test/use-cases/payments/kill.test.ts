import { expect, test } from "vitest";
import { freshDatabase } from "#test/support/database.ts";
import { killRun } from "#test/support/kill-money/kill-run.ts";

test("web and worker processes killed at random under load: no payment is lost, none is applied twice, and the ledger verifies", async () => {
  const found = await killRun({ ...(await freshDatabase()), kills: 8, cases: 2, payers: 3 });
  expect(found.wrong).toEqual([]);
  expect(found.verified).toMatch(/^0 .*the books balance\.\n0 .*every link holds\.$/s);
  expect(found.webKills).toBeGreaterThan(0);
  expect(found.paid).toBeGreaterThan(0);
  expect(found.debits).toBeGreaterThan(0);
  expect(found.brokeOff + found.orphans).toBeGreaterThan(0);
}, 600_000);
