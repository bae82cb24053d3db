import fc from "fast-check";
import { expect, test } from "vitest";
import { claimedBy, mostLocalLetters, returnPath } from "#app/domain/contact/return-path.ts";

const base = "bounces@rung.example";
const hex = fc.stringMatching(/^[0-9a-f]{64}$/);

test("an address tells its message and the beginning of its mark again, whatever a mail server did to its letters' case", () => {
  fc.assert(
    fc.property(fc.uuid(), hex, (id, mark) => {
      const address = returnPath(base, { id, mark });
      expect(address.split("@")[0].length).toBeLessThanOrEqual(64);
      for (const each of [address, address.toUpperCase(), ` ${address} `])
        expect(claimedBy(base, each)).toEqual({ id, mark: mark.slice(0, 20) });
    }),
  );
});

test("the longest base there may be still gives an address that mail servers take", () => {
  const longest = `${"b".repeat(mostLocalLetters)}@rung.example`;
  const address = returnPath(longest, { id: "01a20756-1c28-7424-9db0-2c04ebe1adf4", mark: "f".repeat(64) });
  expect(address.split("@")[0]).toHaveLength(64);
});

test("what is no return path of this base claims nothing", () => {
  const made = returnPath(base, { id: "01a20756-1c28-7424-9db0-2c04ebe1adf4", mark: "a".repeat(64) });
  for (const address of [
    base,
    "bounces+short@rung.example",
    made.replace("rung.example", "rung.example.org"),
    made.replace("bounces", "other"),
    made.replace("@", "1@"),
    `${made}@rung.example`,
    made.replace(/.@/, "!@"),
    "",
  ])
    expect([address, claimedBy(base, address)]).toEqual([address, null]);
});
