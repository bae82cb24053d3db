import fc from "fast-check";
import { expect, test } from "vitest";
import { listAct, type Press, stepFrom } from "#app/ui/list-keys.ts";

/** An element as far as a key asks of it: whether it lies within what a selector names. */
const within = (...tags: string[]) => ({
  closest: (selector: string) => (tags.some((tag) => selector.split(", ").includes(tag)) ? {} : null),
});
const press = (key: string, given: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
  target: within(),
  ...given,
});

test("j, k, o and / act from anywhere on the page, and no other key does", () => {
  expect(["j", "k", "o", "/"].map((key) => listAct(press(key)))).toEqual([
    "next",
    "previous",
    "open",
    "search",
  ]);
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), (key) => {
      fc.pre(!["j", "k", "o", "/"].includes(key));
      expect(listAct(press(key))).toBeNull();
    }),
    { examples: [["valueOf"], ["toString"]] },
  );
});

test("no key acts where somebody types or chooses, in a menu or a dialog", () => {
  const places = ["input", "textarea", "select", '[role="textbox"]', '[role="combobox"]', '[role="listbox"]'];
  for (const place of [
    ...places,
    '[role="menu"]',
    '[role="dialog"]',
    '[contenteditable]:not([contenteditable="false"])',
  ])
    for (const key of ["j", "k", "o", "/"]) expect(listAct(press(key, { target: within(place) }))).toBeNull();
});

test("no key acts with a modifier, in the middle of composing a word, or where another took it", () => {
  for (const given of ["ctrlKey", "metaKey", "altKey", "isComposing", "defaultPrevented"] as const)
    for (const key of ["j", "k", "o", "/"]) expect(listAct(press(key, { [given]: true }))).toBeNull();
});

test("a step goes to a row that is there or nowhere, begins at the first or last, and back undoes forth", () => {
  fc.assert(
    fc.property(fc.nat(50), fc.integer({ min: -1, max: 50 }), (rows, from) => {
      fc.pre(from < rows);
      const next = stepFrom(from, rows, "next");
      const previous = stepFrom(from, rows, "previous");
      for (const to of [next, previous]) if (to !== null) expect(to >= 0 && to < rows).toBe(true);
      if (from < 0 && rows > 0) expect([next, previous]).toEqual([0, rows - 1]);
      if (from >= 0 && next !== null) expect(stepFrom(next, rows, "previous")).toBe(from);
    }),
  );
});
