import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Chance, Wheel } from "#app/cli/simulate/chance.ts";
import { drawDraft } from "#app/cli/simulate/drafts.ts";
import { postable } from "#app/cli/simulate/geography.ts";
import { afterWorkingHours } from "#app/cli/simulate/office-hours.ts";
import type { SimulationReport } from "#app/cli/simulate/report.ts";
import { readDraft } from "#app/domain/cases/draft.ts";
import { rungIn } from "#test/support/rung.ts";

const folder = mkdtempSync(join(tmpdir(), "rung-simulate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const simulate = (...args: string[]) => rungIn(folder, ["--json", "simulate", ...args]);

test("a small market is played over moved days and no rule is broken", async () => {
  const run = await simulate("--collectors", "400", "--days", "1", "--cases-per-day", "20", "--burst", "10");
  expect([run.stderr, run.status]).toEqual(["", 0]);
  const report: SimulationReport = JSON.parse(run.stdout);
  expect(report).toMatchObject({ cases: 30, collectors: 400, broken: [] });
  expect(report.burst?.rounds).toBe(10);
  expect(report.rules.length).toBeGreaterThan(8);
  expect(report.rules.filter(({ broken }) => broken > 0)).toEqual([]);
  expect(report.gaps.cases).toBeLessThanOrEqual(30);
}, 120_000);

test("a size that is no number is refused by name", async () => {
  const run = await simulate("--collectors", "many");
  expect(run.status).not.toBe(0);
  expect(run.stderr).toContain("--collectors");
});

test.each(["CN", "US", "GB", "DE"] as const)(
  "wherever in %s a case can lie, a creditor who types it in is refused nothing",
  (country) => {
    const chance = new Chance(5);
    const today = "2026-11-27";
    for (const place of postable(country)) {
      for (let serial = 0; serial < 20; serial += 1) {
        const { draft } = drawDraft(chance, { place, serial, today });
        expect([place.code, readDraft(draft, { today })]).toMatchObject([place.code, { ok: true }]);
      }
    }
  },
);

test("working hours pass from nine to six on weekdays of the collector's own place", () => {
  const friday = Date.parse("2026-11-27T09:30:00Z");
  const at = (hours: number, zone = "Europe/London") =>
    new Date(afterWorkingHours(zone, friday, hours)).toISOString();
  expect(at(1)).toBe("2026-11-27T10:30:00.000Z");
  expect(at(8.5)).toBe("2026-11-27T18:00:00.000Z");
  expect(at(9)).toBe("2026-11-30T09:30:00.000Z");
  expect(at(1, "Asia/Shanghai")).toBe("2026-11-30T01:30:00.000Z");
});

test("the same seed draws the same, and a wheel keeps its weights", () => {
  const draws = (seed: number) => Array.from({ length: 5 }, () => new Chance(seed).next());
  expect(draws(7)).toEqual(draws(7));
  const chance = new Chance(3);
  const wheel = new Wheel(["rare", "frequent"], (item) => (item === "rare" ? 1 : 9));
  const drawn = Array.from({ length: 5_000 }, () => wheel.draw(chance));
  expect(drawn.filter((item) => item === "rare").length / 5_000).toBeCloseTo(0.1, 1);
});
