import { expect, test } from "vitest";
import { sourceFiles } from "#test/support/source-files.ts";

const allLanguages = ["app/messages/catalogue.ts", "app/messages/en.ts", "app/messages/zh.ts"];

test("a browser is sent its own language only: nothing it runs imports the whole catalogue", () => {
  const inBrowser = sourceFiles(["app/ui"]).concat(
    sourceFiles(["app"]).filter(({ path }) => ["app/root.tsx", "app/entry.client.tsx"].includes(path)),
  );
  const found = inBrowser.flatMap(({ path, imports }) =>
    imports
      .filter(({ target, typeOnly }) => !typeOnly && target !== null && allLanguages.includes(target))
      .map(({ target }) => `${path} → ${target}`),
  );
  expect(found.filter((each) => !each.startsWith("app/entry.client.tsx"))).toEqual([]);
});
