import fc from "fast-check";
import { expect, test } from "vitest";
import { type ChainedEvent, canonicalJson, chainText, genesisHash } from "#app/domain/timeline/chain.ts";

const json = fc.jsonValue({ maxDepth: 4 });

test("equal values give equal bytes, in whatever order their members were written", () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, shuffled(member)]),
    );
  };
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
    }),
  );
  expect(canonicalJson({ b: 1, a: { d: [2, { f: 3, e: 4 }], c: null } })).toBe(
    '{"a":{"c":null,"d":[2,{"e":4,"f":3}]},"b":1}',
  );
});

test("nothing is lost: what was written is read back", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("different values give different bytes", () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      const same =
        JSON.stringify(JSON.parse(canonicalJson(one))) === JSON.stringify(JSON.parse(canonicalJson(other)));
      expect(canonicalJson(one) === canonicalJson(other)).toBe(same);
    }),
  );
});

test("an undefined member is no member, and never an unreadable text", () => {
  expect(canonicalJson({ a: undefined, b: [undefined, 1], 催告: '\u2028\n"' })).toBe(
    '{"b":[null,1],"催告":"\u2028\\n\\""}',
  );
  expect(canonicalJson(undefined)).toBe("null");
});

const link: ChainedEvent = {
  caseId: "c",
  seq: 1,
  id: "i",
  type: "posted",
  stageBefore: "intake",
  stageAfter: "intake",
  occurredAt: new Date("2026-11-23T07:00:00.001+08:00"),
  recordedAt: new Date("2026-11-23T07:00:00Z"),
  actorUserId: null,
  actorOrgId: "o",
  actorRole: "creditor",
  packId: "US",
  packVersion: "1",
  body: "{}",
  prevHash: genesisHash,
};

test("the hashed text has every field once, instants in UTC to the millisecond", () => {
  const lines = chainText(link).split("\n");
  expect(lines).toHaveLength(15);
  expect(lines[6]).toBe("2026-11-22T23:00:00.001Z");
  expect(lines[8]).toBe("");
});

test("no field can change without the text", () => {
  const others: ChainedEvent = {
    caseId: "d",
    seq: 2,
    id: "j",
    type: "edited",
    stageBefore: "contact",
    stageAfter: "contact",
    occurredAt: new Date(0),
    recordedAt: new Date(0),
    actorUserId: "u",
    actorOrgId: null,
    actorRole: "admin",
    packId: "CN",
    packVersion: "2",
    body: "{ }",
    prevHash: "f".repeat(64),
  };
  for (const [field, other] of Object.entries(others)) {
    expect(chainText({ ...link, [field]: other }), field).not.toBe(chainText(link));
  }
});
