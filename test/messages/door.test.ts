import { expect, test } from "vitest";
import { doorLanguages } from "#app/messages/door/languages.ts";
import { doorTranslator, doorWords } from "#app/messages/door/translate.ts";

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join();

test("the debtor's pages say the same in English, German and Chinese, with the same values, and nothing is left untranslated", () => {
  const { en, ...others } = doorWords;
  for (const words of Object.values(others)) {
    expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) {
      const said: string = Reflect.get(words, key);
      expect(said.trim(), key).not.toBe("");
      expect(placeholders(said), key).toBe(placeholders(text));
      if (/[a-z]{3,} [a-z]{3,}/i.test(text.replace(/\{\w+\}/g, ""))) expect(said, key).not.toBe(text);
    }
  }
});

test("forms on the debtor's pages complain in the reader's language", () => {
  const said = doorLanguages.map((language) => doorTranslator(language)("error.required"));
  expect(new Set(said).size).toBe(3);
  expect(doorTranslator("de")("form.error_title", { count: 2 })).toContain("2 Angaben");
});
