import { createHmac, hkdfSync } from "node:crypto";
import { expect, test } from "vitest";
import { secretsFrom } from "#app/gateways/secrets.server.ts";

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
