import { expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { pageKeyText, pageOf, parsePageKey } from "#app/domain/page-key.ts";

const now = new Date("2026-11-23T09:30:00.123Z");

test("a key comes back from an address as it went in", () => {
  const key = { at: now, id: newId(now) };
  expect(parsePageKey(pageKeyText(key))).toEqual(key);
});

test("what is no key begins at the first page instead of failing", () => {
  for (const text of [
    null,
    "",
    "x",
    "2026_1",
    `2026-11-23_${newId(now)}`,
    "' or 1=1_--",
    `9999999-99-99T99:99Z_${newId(now)}`,
  ]) {
    expect(parsePageKey(text)).toBeNull();
  }
});

test("the last page has no next, also when it is full", () => {
  const rows = Array.from({ length: 3 }, () => ({ at: now, id: newId(now) }));
  expect(pageOf(rows, 3, (row) => row).next).toBeNull();
  const page = pageOf(rows, 2, (row) => row);
  expect(page.rows).toHaveLength(2);
  expect(parsePageKey(page.next)).toEqual(rows[1]);
});
