import { expect, test } from "vitest";
import { newRoundKey, sealForRound, unwrapRoundKey } from "#app/gateways/round-keys.server.ts";
import { secretsFrom } from "#app/gateways/secrets.server.ts";

const secrets = secretsFrom("a secret of the tests, long enough to be one");
const plain = JSON.stringify({ successBps: 1_500, plan: "先发提醒，再发函。" });

test("what is sealed for a round opens with the round's unwrapped key and as the bid it was sealed for", () => {
  const key = newRoundKey(secrets);
  const sealed = sealForRound(key, "case/round/firm", plain);
  expect(sealed).not.toContain("1500");
  expect(unwrapRoundKey(secrets, key)("case/round/firm", sealed)).toBe(plain);
});

test("a sealed bid moved to another bidder's row, or changed by one byte, does not open", () => {
  const key = newRoundKey(secrets);
  const sealed = sealForRound(key, "case/round/firm", plain);
  const open = unwrapRoundKey(secrets, key);
  expect(() => open("case/round/other", sealed)).toThrow();
  const at = sealed.length - 6;
  const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
  expect(() => open("case/round/firm", changed)).toThrow();
});

test("another round's key, and another installation's secret, open nothing", () => {
  const key = newRoundKey(secrets);
  const sealed = sealForRound(key, "case/round/firm", plain);
  expect(() => unwrapRoundKey(secrets, newRoundKey(secrets))("case/round/firm", sealed)).toThrow();
  const stranger = secretsFrom("another secret, also long enough to be one");
  expect(() => unwrapRoundKey(stranger, key)).toThrow();
});

test("equal terms sealed twice do not look alike, so that bids cannot be compared unopened", () => {
  const key = newRoundKey(secrets);
  expect(sealForRound(key, "c/r/f", plain)).not.toBe(sealForRound(key, "c/r/f", plain));
});
