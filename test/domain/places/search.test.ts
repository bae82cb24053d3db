import fc from "fast-check";
import { expect, test } from "vitest";
import { entries } from "#app/domain/places/entries.ts";
import { searchPlaces } from "#app/domain/places/search.ts";

const found = (text: string, limit = 10) => searchPlaces(text, limit).map(({ code }) => code);

test.each([
  ["shenz", "CN-440300"],
  ["深圳", "CN-440300"],
  ["深圳市", "CN-440300"],
  ["440300", "CN-440300"],
  ["cn-440300", "CN-440300"],
  ["xian", "CN-610100"],
  ["Xi'an", "CN-610100"],
  ["XI’AN", "CN-610100"],
  ["xi an", "CN-610100"],
  ["urumqi", "CN-650100"],
  ["Ürümqi", "CN-650100"],
  ["wulumuqi", "CN-650100"],
  ["haerbin", "CN-230100"],
  ["lüliang", "CN-141100"],
  ["广西", "CN-450000"],
  ["恩施", "CN-422800"],
  ["calif", "US-CA"],
  ["us-ca", "US-CA"],
  ["加利福尼亚", "US-CA"],
  ["NYC", "US-NY-NYC"],
  ["new york", "US-NY"],
  ["bayern", "DE-BY"],
  ["wurttemberg", "DE-BW"],
  ["wales", "GB-EW"],
  ["London", "GB-EW"],
  ["伦敦", "GB-EW"],
  ["München", "DE-BY"],
  ["köln", "DE-NW"],
  ["macau", "CN-820000"],
])("%s finds %s first", (text, code) => {
  expect(found(text)[0]).toBe(code);
});

test("both Shanxi and Shaanxi are offered to who types shanxi, Shanxi first", () => {
  expect(found("shanxi").slice(0, 2)).toEqual(["CN-140000", "CN-610000"]);
});

test("namesakes are all offered", () => {
  expect(found("suzhou")).toEqual(expect.arrayContaining(["CN-320500", "CN-341300"]));
  expect(found("吉林")).toEqual(["CN-220000", "CN-220200"]);
  expect(found("frankfurt").sort()).toEqual(["DE-BB", "DE-HE"]);
});

test("a refused place is found, so that the reader can be told why", () => {
  expect(searchPlaces("香港", 1)[0].refusal).toBe("places.refused.hk");
  expect(searchPlaces("Glasgow", 1)[0].refusal).toBe("places.refused.sct");
});

test("an empty text, signs alone, an unknown name and a limit of none find nothing", () => {
  for (const text of ["", "   ", "'-·", "Atlantis", "亚特兰蒂斯"]) expect(found(text)).toEqual([]);
  expect(found("shenzhen", 0)).toEqual([]);
  expect(found("shenzhen", -1)).toEqual([]);
});

test("every place is found by its own code, its Chinese and its English name", () => {
  for (const { place } of entries) {
    for (const text of [place.code, place.zh, place.en]) expect(found(text), text).toContain(place.code);
  }
});

test("no text makes the search fail or exceed its limit", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.nat(20), (text, limit) => {
      expect(searchPlaces(text, limit).length).toBeLessThanOrEqual(limit);
    }),
  );
});
