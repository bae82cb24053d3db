import { expect, test } from "vitest";
import { translator } from "#app/messages/catalogue.ts";
import { en } from "#app/messages/en.ts";
import { zh } from "#app/messages/zh.ts";

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test("both languages have the same messages, none of them empty", () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  for (const words of [en, zh]) {
    const empty = Object.entries(words).filter(([, text]) => text.trim() === "");
    expect(empty).toEqual([]);
  }
});

test("a message takes the same values in both languages", () => {
  const differing = Object.entries(en).filter(
    ([key, text]) => placeholders(text).join() !== placeholders(Reflect.get(zh, key)).join(),
  );
  expect(differing.map(([key]) => key)).toEqual([]);
});

test("Chinese is written, not left in English", () => {
  const latinByNature = (text: string) => !/[a-z]{3,}/i.test(text.replace(/\{\w+\}|Rung|·/g, ""));
  const left = Object.entries(en).filter(
    ([key, text]) => Reflect.get(zh, key) === text && !latinByNature(text),
  );
  expect(left.map(([key]) => key)).toEqual([]);
});

test("plural forms follow the language", () => {
  expect(translator("en")("date.in_days", { count: 1 })).toBe("in 1 day");
  expect(translator("en")("date.in_days", { count: 2 })).toBe("in 2 days");
  expect(translator("zh")("date.in_days", { count: 1 })).toBe("1 天后");
});

test("what people typed is inserted as it stands: no nested message, no second placeholder", () => {
  const hostile = "$t(app.name) {id} <b>&</b>";
  expect(translator("en")("failure.reference", { id: hostile })).toBe(
    `If you write to us, give this reference: ${hostile}`,
  );
});

test("no message stands in two files: the one read later would hide the other, page and all", async () => {
  const files = Object.entries(import.meta.glob("/app/messages/{en,zh}/*.ts", { eager: true })) as [
    string,
    Record<string, Record<string, string>>,
  ][];
  expect(files.length).toBeGreaterThan(50);
  for (const locale of ["en", "zh"]) {
    const keys = files
      .filter(([path]) => path.includes(`/${locale}/`))
      .flatMap(([, module]) => Object.values(module).flatMap((words) => Object.keys(words)));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  }
});
