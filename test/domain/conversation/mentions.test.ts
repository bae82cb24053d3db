import fc from "fast-check";
import { expect, test } from "vitest";
import { maxMentions, mentionBegun, segmentsOf } from "#app/domain/conversation/mentions.ts";

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

const offered = (text: string, among: readonly string[] = people.map(({ name }) => name)) =>
  mentionBegun(text, text.length, among)?.names ?? null;

test("after the sign those are offered whose name, or a word of it, begins so; in Chinese too", () => {
  expect(offered("Hello @")).toEqual(["Ann Example", "Ann Example Smith", "李明"]);
  expect(offered("Hello @ann ex")).toEqual(["Ann Example", "Ann Example Smith"]);
  expect(offered("Hello @smi")).toEqual(["Ann Example Smith"]);
  expect(offered("请@李")).toEqual(["李明"]);
});

test("nothing is offered in an e-mail address, for a name of nobody here, or once the whole name stands", () => {
  for (const text of ["write to ann@", "a.b@Ann", "@Bob", "no sign", "", "@Ann Example Smith", "@李明 "])
    expect(offered(text)).toBeNull();
  expect(mentionBegun("@Ann", 0, ["Ann Example"])).toBeNull();
  expect(offered("@", [" ", ""])).toBeNull();
  expect(offered("@a", ["Ann", "Ann"])).toEqual(["Ann"]);
});

test("whoever is offered and taken is mentioned, and nobody is offered who is not among the people", () => {
  const name = fc.stringMatching(/^[A-Z][a-z]{1,6}( [A-Z][a-z]{1,6})?$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 1, maxLength: 8 }),
      fc.nat(7),
      fc.nat(12),
      (names, pick, length) => {
        const chosen = names[pick % names.length];
        const text = `Hello @${chosen.slice(0, length)}`;
        const begun = mentionBegun(text, text.length, names);
        for (const each of begun?.names ?? []) {
          expect(names).toContain(each);
          const taken = `${text.slice(0, begun?.from)}@${each} `;
          expect(
            mentioned(
              taken,
              names.map((one) => ({ userId: one, name: one })),
            ),
          ).toEqual([each]);
        }
        if (length < chosen.length && names.length <= 6) expect(begun?.names).toContain(chosen);
      },
    ),
  );
});
