import fc from "fast-check";
import { expect, test } from "vitest";
import { maxMentions, segmentsOf } from "#app/domain/conversation/mentions.ts";

const ann = { userId: "ann", name: "Ann Example" };
const anna = { userId: "anna", name: "Ann Example Smith" };
const li = { userId: "li", name: "李明" };
const people = [ann, anna, li];

const mentioned = (text: string, among = people) => segmentsOf(text, among).userIds;

test("a mention is the sign and the whole name, the longest one that fits", () => {
  expect(mentioned("Hello @Ann Example, and thanks")).toEqual(["ann"]);
  expect(mentioned("Hello @ann example smith!")).toEqual(["anna"]);
  expect(mentioned("@Ann Exampleton")).toEqual([]);
  expect(mentioned("@Ann")).toEqual([]);
});

test("a name in a script without spaces stands between its neighbours without a gap", () => {
  expect(mentioned("请@李明尽快答复")).toEqual(["li"]);
  expect(mentioned("@李明, please")).toEqual(["li"]);
});

test("an address mentions nobody, and a name of nobody here is plain text", () => {
  expect(mentioned("write to me@Ann Example")).toEqual([]);
  expect(segmentsOf("@Zoe Stranger @", people)).toEqual({
    segments: [{ text: "@Zoe Stranger @", mention: false }],
    userIds: [],
  });
});

test("a name that two bear mentions both, since either may be meant", () => {
  expect(mentioned("@Ann Example", [ann, { userId: "other", name: "Ann Example" }])).toEqual([
    "ann",
    "other",
  ]);
});

test("however it is split, the words stay what they were and nobody outside is mentioned", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("@", "@Ann Example", "@李明", "@Ann Example Smith", " "),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const { segments, userIds } = segmentsOf(text, people);
      expect(segments.map((each) => each.text).join("")).toBe(text);
      expect(userIds.every((userId) => people.some((person) => person.userId === userId))).toBe(true);
    }),
  );
});

test("a roll call is cut off, so that one message does not tell a whole firm by name", () => {
  const many = Array.from({ length: 60 }, (_, at) => ({ userId: `p${at}`, name: `Person${at} End` }));
  const text = many.map(({ name }) => `@${name}`).join(" ");
  expect(mentioned(text, many)).toHaveLength(maxMentions);
});

test("a text of signs alone is read in no more time than it has letters", () => {
  expect(segmentsOf("@".repeat(5_000), people).userIds).toEqual([]);
});
