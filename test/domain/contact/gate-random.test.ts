import { expect, test } from "vitest";
import { playHistory } from "#test/support/gate-history.ts";

/** The proof asks for more, a thousand after another. */
const HISTORIES = Number(process.env.GATE_RANDOM ?? 300);
const FROM = Number(process.env.GATE_FROM ?? 0);

test("over random histories of three collectors nothing goes out against the law of four places, and nothing is held without it, by a reckoning of its own", () => {
  const violations: string[] = [];
  const heldWrongly: string[] = [];
  const went = new Map<string, number>();
  for (let at = 0; at < HISTORIES; at += 1) {
    const played = playHistory(FROM + at);
    violations.push(...played.violations.map((each) => `${FROM + at}: ${each}`));
    heldWrongly.push(...played.heldWrongly.map((each) => `${FROM + at}: ${each}`));
    for (const { by } of played.went)
      went.set(`${played.place} ${by}`, (went.get(`${played.place} ${by}`) ?? 0) + 1);
  }
  expect(violations.slice(0, 20)).toEqual([]);
  expect(heldWrongly.slice(0, 20)).toEqual([]);
  for (const place of ["US-NY", "GB-EW", "DE-BE", "CN"])
    for (const by of ["email", "post", "call"])
      expect(went.get(`${place} ${by}`) ?? 0, `${place} ${by}`).toBeGreaterThan(HISTORIES / 100);
}, 600_000);
