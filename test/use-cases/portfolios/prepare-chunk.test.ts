import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { idFrom } from "#app/use-cases/portfolios/prepare-chunk.server.ts";

test("a claim's id is the first half of its digest, marked as version 8 of RFC 9562", () => {
  expect(idFrom("00112233445566778899aabbccddeeff".repeat(2))).toBe("00112233-4455-8677-8899-aabbccddeeff");
  for (let no = 0; no < 100; no += 1) {
    const digest = createHash("sha256").update(String(no)).digest();
    const bytes = Buffer.from(digest.subarray(0, 16));
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    expect(idFrom(digest.toString("hex")).replaceAll("-", "")).toBe(bytes.toString("hex"));
  }
});
