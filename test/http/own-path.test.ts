import { expect, test } from "vitest";
import { ownPath } from "#app/http/own-path.ts";

test("a path of ours is kept with its query", () => {
  expect(ownPath("/cases/1?tab=x#top")).toBe("/cases/1?tab=x#top");
});

test("no text leads to another site", () => {
  const traps = [
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\\/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/..//evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    " //evil.example",
    "evil.example",
    "",
    null,
    undefined,
  ];
  for (const trap of traps) expect(ownPath(trap), String(trap)).toBeNull();
});
