import { createHmac, hkdfSync } from "node:crypto";
import { expect, test } from "vitest";
import { bytesSealedUnder, derivedKey, rowSealedUnder, sealedUnder } from "#app/gateways/key-ring.server.ts";
import { sealWith, secretsFrom } from "#app/gateways/secrets.server.ts";
import { sealedAsBefore } from "#test/support/documents.ts";

const applicationSecret = "a secret of the tests, long enough to be one";
const secrets = secretsFrom(applicationSecret);

test("the digest of a row is HMAC-SHA256, whatever the length of its text and its letters", () => {
  const key = Buffer.from(hkdfSync("sha256", applicationSecret, "rung", "mac:duplicate-case", 32));
  const { mac } = secrets.rows("duplicate-case");
  const lengths = [0, 1, 55, 56, 63, 64, 65, 1_365, 1_366, 4_096, 4_097, 20_000, 3];
  for (const text of lengths.flatMap((length) => [
    "a".repeat(length),
    "催".repeat(length),
    "🂡".repeat(length),
  ])) {
    const right = createHmac("sha256", key).update(text).digest("hex");
    expect(mac(text)).toBe(right);
    expect(secrets.mac("duplicate-case", text)).toBe(right);
  }
});

test("a digest of one purpose says nothing of another's", () => {
  expect(secrets.rows("debtor-name").mac("acme")).not.toBe(secrets.rows("duplicate-case").mac("acme"));
});

const nextSecret = "the secret that follows it, just as long as the other";
const next = secretsFrom(nextSecret, { former: [applicationSecret] });

test("a sealed text and a sealed row name their key, are read under a ring that has it, and by nobody else", () => {
  const [text, row] = [secrets.seal("totp", "催收"), secrets.rows("claim").seal("催收", "row 1")];
  expect([sealedUnder(text), rowSealedUnder(row)]).toEqual([secrets.ring[0], secrets.ring[0]]);
  expect([next.unseal("totp", text), next.rows("claim").unseal(row, "row 1")]).toEqual(["催收", "催收"]);
  expect(sealedUnder(next.seal("totp", "x"))).toBe(next.ring[0]);
  const alone = secretsFrom(nextSecret);
  const named = `Sealed under key ${secrets.ring[0]}, which is neither RUNG_SECRET nor in RUNG_SECRET_FORMER.`;
  expect(() => alone.unseal("totp", text)).toThrow(named);
  expect(() => alone.rows("claim").unseal(row, "row 1")).toThrow(named);
  expect(() => next.unseal("bid", text)).toThrow();
  expect(() => next.rows("claim").unseal(row, "row 2")).toThrow();
});

test("a key's name is no way round its seal: under another name of the ring nothing opens", () => {
  const text = secrets.seal("totp", "x").replace(secrets.ring[0], next.ring[0]);
  expect(() => next.unseal("totp", text)).toThrow(/authenticate/);
});

test("what was sealed before keys had names is read by whichever key of the ring opens it", () => {
  const text = sealWith(derivedKey(applicationSecret, "seal:totp"), "of before");
  expect([secrets.unseal("totp", text), next.unseal("totp", text)]).toEqual(["of before", "of before"]);
  expect(() => secretsFrom(nextSecret).unseal("totp", text)).toThrow();
  const row = secrets.rows("claim").seal("of before", "row 1");
  const unnamed = Buffer.concat([Buffer.from([1]), row.subarray(5)]);
  expect([sealedUnder(text), rowSealedUnder(unnamed)]).toEqual([null, null]);
  expect(next.rows("claim").unseal(unnamed, "row 1")).toBe("of before");
});

test("a digest is made under the current key and found under every one; a lasting key has no other", () => {
  expect(next.macs("debtor-name", "acme")).toEqual([
    secretsFrom(nextSecret).mac("debtor-name", "acme"),
    secrets.mac("debtor-name", "acme"),
  ]);
  expect(next.rows("debtor-name").macs("acme")).toEqual(next.macs("debtor-name", "acme"));
  expect(next.mac("debtor-name", "acme")).toBe(next.macs("debtor-name", "acme")[0]);
  const lasting = new Map([["letter-code", derivedKey(applicationSecret, "mac:letter-code")]]);
  const kept = secretsFrom(nextSecret, { former: [applicationSecret], lasting });
  expect(kept.macs("letter-code", "7")).toEqual([secrets.mac("letter-code", "7")]);
  expect(kept.rows("letter-code").macs("7")).toEqual([secrets.mac("letter-code", "7")]);
});

test("bytes that were sealed before files had keys name their secret too, and without it or elsewhere they are nothing", () => {
  const sealed = sealedAsBefore(applicationSecret, Buffer.from("%PDF"), "hash 1");
  expect(bytesSealedUnder(sealed)).toBe(secrets.ring[0]);
  expect(next.unsealBytes("documents", sealed, "hash 1")?.toString()).toBe("%PDF");
  const unnamed = Buffer.concat([Buffer.from("RUNGSEAL1"), sealed.subarray(13)]);
  expect(next.unsealBytes("documents", unnamed, "hash 1")?.toString()).toBe("%PDF");
  const none = [
    secretsFrom(nextSecret).unsealBytes("documents", sealed, "hash 1"),
    next.unsealBytes("documents", sealed, "hash 2"),
    next.unsealBytes("documents", sealed.subarray(0, 20), "hash 1"),
    next.unsealBytes("documents", Buffer.from("%PDF"), "hash 1"),
  ];
  expect(none).toEqual([null, null, null, null]);
});
