import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { idOfDigest, isId, newId } from "#app/domain/ids.ts";

test("ids of one moment rise in the order they were made, and never repeat", () => {
  const now = new Date("2026-11-23T08:00:00.000Z");
  const made = Array.from({ length: 1_000 }, () => newId(now));
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test("ids of one moment keep their order when others are made in between", () => {
  const now = new Date("2026-11-23T08:00:00.000Z");
  const made = [0, 1, 2].map((minute) => {
    newId(new Date(now.getTime() + minute * 60_000));
    return newId(now);
  });
  expect([...made].sort()).toEqual(made);
});

test("an id carries its moment: a later one is greater, whatever was made in between", () => {
  const at = (text: string) => newId(new Date(text));
  const [early, late, earlyAgain] = [
    at("2026-11-23T08:00:00Z"),
    at("2026-11-24T08:00:00Z"),
    at("2026-11-23T08:00:00Z"),
  ];
  expect(early < late && earlyAgain < late).toBe(true);
  expect(isId(early)).toBe(true);
});

test("what is no UUID is no id", () => {
  for (const text of ["", "not-an-id", "01a1b4ec-331f-77ee-83ae-2902aeaa862", "%00"])
    expect(isId(text)).toBe(false);
});

test("the id of what has a digest is the first half of it, marked as version 8 of RFC 9562", () => {
  expect(idOfDigest("00112233445566778899aabbccddeeff".repeat(2))).toBe(
    "00112233-4455-8677-8899-aabbccddeeff",
  );
  for (let no = 0; no < 100; no += 1) {
    const digest = createHash("sha256").update(String(no)).digest();
    const bytes = Buffer.from(digest.subarray(0, 16));
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    expect(idOfDigest(digest.toString("hex")).replaceAll("-", "")).toBe(bytes.toString("hex"));
  }
});
