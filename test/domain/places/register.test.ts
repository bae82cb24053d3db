import { expect, test } from "vitest";
import { entries } from "#app/domain/places/entries.ts";
import {
  countries,
  jurisdictionOf,
  nameOf,
  pathOf,
  placeOf,
  placesIn,
  sortedFor,
  zonesOf,
} from "#app/domain/places/register.ts";
import { places as en } from "#app/messages/en/places.ts";
import { places as zh } from "#app/messages/zh/places.ts";

const all = entries.map(({ place }) => place);
const codes = (places: { code: string }[]) => places.map(({ code }) => code);

test("China has its 34 province-level units, and the mainland's 31 carry mainland law", () => {
  const provinces = placesIn("CN");
  expect(provinces).toHaveLength(34);
  expect(provinces.filter(({ jurisdiction }) => jurisdiction === "CN")).toHaveLength(31);
});

test("every one of the 333 prefectures and the 27 units under a province's direct rule can be named", () => {
  const cities = all.filter(({ country, level }) => country === "CN" && level === "city");
  const direct = cities.filter(({ code }) => /^CN-\d\d90\d\d$/.test(code));
  expect(cities.length - direct.length).toBe(333);
  expect(codes(direct)).toContain("CN-429004");
  expect(placesIn("CN-440000")).toHaveLength(21);
});

test("a municipality is its own city and has no places below it", () => {
  for (const code of ["CN-110000", "CN-120000", "CN-310000", "CN-500000"]) {
    expect(placesIn(code)).toEqual([]);
    expect(jurisdictionOf(code)).toBe("CN");
  }
});

test("the United States are 50 states and DC, Germany 16 Länder, the United Kingdom 3 legal systems", () => {
  expect(placesIn("US")).toHaveLength(51);
  expect(placesIn("DE")).toHaveLength(16);
  expect(codes(placesIn("GB"))).toEqual(["GB-EW", "GB-SCT", "GB-NIR"]);
  expect(codes(countries())).toEqual(["CN", "US", "GB", "DE"]);
});

test("a code names one place, its parent exists in the same country, and codes have the promised form", () => {
  expect(new Set(codes(all)).size).toBe(all.length);
  for (const place of all) {
    expect(place.code).toMatch(/^(CN(-\d{6})?|US(-[A-Z]{2}(-[A-Z]{3})?)?|GB(-[A-Z]{2,3})?|DE(-[A-Z]{2})?)$/);
    if (place.level === "country") expect(place.parent).toBeNull();
    else expect(placeOf(place.parent ?? "")?.country).toBe(place.country);
  }
});

test("every place has both names, at least one zone the platform knows, and a position within its country", () => {
  const bounds = {
    CN: [3, 54, 73, 136],
    US: [18, 72, -180, -66],
    GB: [49, 61, -9, 2],
    DE: [47, 56, 5, 16],
  };
  for (const place of all) {
    expect(place.zh).toMatch(/^[\p{Script=Han}-]+$/u);
    expect(place.en).toMatch(/^[\p{Script=Latin}' -]+$/u);
    expect(place.zones.length).toBeGreaterThan(0);
    for (const zone of place.zones)
      expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
    const [south, north, west, east] = bounds[place.country];
    expect(place.lat > south && place.lat < north, place.code).toBe(true);
    expect(place.lon > west && place.lon < east, place.code).toBe(true);
  }
});

test("a city lies near its province's capital, so no namesake's position was taken", () => {
  const kilometres: Record<string, number> = { "CN-150000": 1700, "CN-650000": 1300, "CN-540000": 1250 };
  for (const place of all.filter(({ level, country }) => level === "city" && country === "CN")) {
    const capital = placeOf(place.parent ?? "");
    if (!capital) throw new Error(`${place.code} has no province`);
    const north = (place.lat - capital.lat) * 111;
    const east = (place.lon - capital.lon) * 111 * Math.cos((place.lat * Math.PI) / 180);
    expect(Math.hypot(north, east), place.en).toBeLessThan(kilometres[capital.code] ?? 700);
  }
});

test.each([
  ["CN-150000", "Inner Mongolia"],
  ["CN-140000", "Shanxi"],
  ["CN-610000", "Shaanxi"],
  ["CN-540000", "Tibet"],
  ["CN-150100", "Hohhot"],
  ["CN-150600", "Ordos"],
  ["CN-230100", "Harbin"],
  ["CN-230200", "Qiqihar"],
  ["CN-341500", "Lu'an"],
  ["CN-331000", "Taizhou"],
  ["CN-350200", "Xiamen"],
  ["CN-440300", "Shenzhen"],
  ["CN-441900", "Dongguan"],
  ["CN-540100", "Lhasa"],
  ["CN-540300", "Qamdo"],
  ["CN-610100", "Xi'an"],
  ["CN-650100", "Ürümqi"],
  ["CN-653100", "Kashgar Prefecture"],
  ["CN-222400", "Yanbian Korean Autonomous Prefecture"],
  ["CN-469021", "Ding'an County"],
  ["DE-BY", "Bavaria"],
  ["US-NY-NYC", "New York City"],
])("%s is called %s in English, not by a mechanical romanization", (code, name) => {
  const place = placeOf(code);
  expect(place && nameOf(place, "en")).toBe(name);
});

test("the states with more than one clock are exactly these, with every clock in use", () => {
  const several = Object.fromEntries(
    placesIn("US")
      .filter(({ zones }) => zones.length > 1)
      .map(({ code, zones }) => [code, [...zones].sort()]),
  );
  const [eastern, central, mountain, pacific] = [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
  ];
  expect(several).toEqual({
    "US-AK": ["America/Adak", "America/Anchorage"],
    "US-AZ": [mountain, "America/Phoenix"],
    "US-FL": [central, eastern],
    "US-ID": ["America/Boise", pacific],
    "US-IN": [central, "America/Indiana/Indianapolis"],
    "US-KS": [central, mountain],
    "US-KY": [central, eastern],
    "US-MI": ["America/Detroit", "America/Menominee"],
    "US-ND": [central, mountain],
    "US-NE": [central, mountain],
    "US-NV": [mountain, pacific],
    "US-OR": ["America/Boise", pacific],
    "US-SD": [central, mountain],
    "US-TN": [central, eastern],
    "US-TX": [central, mountain],
  });
});

test("all of the mainland keeps the official time, Xinjiang included", () => {
  const mainland = all.filter(({ jurisdiction }) => jurisdiction === "CN");
  expect(new Set(mainland.flatMap(({ zones }) => zones))).toEqual(new Set(["Asia/Shanghai"]));
  expect(zonesOf("CN-650100")).toEqual(["Asia/Shanghai"]);
});

test("Hong Kong, Macao, Taiwan, Scotland and Northern Ireland are listed, without law, and refused in both languages", () => {
  const refused = all.filter(({ refusal }) => refusal !== null);
  expect(codes(refused).sort()).toEqual(["CN-710000", "CN-810000", "CN-820000", "GB-NIR", "GB-SCT"]);
  for (const { code, refusal, en: english, zh: chinese } of refused) {
    expect(jurisdictionOf(code)).toBeNull();
    if (!refusal) continue;
    expect(en[refusal]).toContain(english);
    expect(zh[refusal]).toContain(chinese);
  }
});

test("every place but a country and a refused one has exactly one law, named by its own registered code", () => {
  for (const { code, level, refusal, jurisdiction } of all) {
    expect(jurisdiction === null, code).toBe(level === "country" || refusal !== null);
    if (jurisdiction) expect(placeOf(jurisdiction)).not.toBeNull();
  }
  expect(jurisdictionOf("US-NY-NYC")).toBe("US-NY");
  expect(jurisdictionOf("GB-EW")).toBe("GB-EW");
  expect(jurisdictionOf("DE-BY")).toBe("DE");
});

test.each(["", "XX", "CN-999999", "us-ca", "US-CA ", "__proto__", "440300"])(
  "an unknown code %j has no place, no law, no zone and no path",
  (code) => {
    expect(placeOf(code)).toBeNull();
    expect(jurisdictionOf(code)).toBeNull();
    expect(zonesOf(code)).toEqual([]);
    expect(pathOf(code)).toEqual([]);
    expect(placesIn(code)).toEqual([]);
  },
);

test("a path leads from the country to the place", () => {
  expect(codes(pathOf("CN-440300"))).toEqual(["CN", "CN-440000", "CN-440300"]);
  expect(codes(pathOf("CN-429004"))).toEqual(["CN", "CN-420000", "CN-429004"]);
  expect(codes(pathOf("US-NY-NYC"))).toEqual(["US", "US-NY", "US-NY-NYC"]);
});

test("a list is in alphabetical order in English and in code order in Chinese, and the register keeps its own", () => {
  const provinces = placesIn("CN");
  expect(sortedFor(provinces, "en")[0].en).toBe("Anhui");
  expect(codes(sortedFor(sortedFor(provinces, "en"), "zh"))).toEqual(codes(provinces));
  placesIn("CN").reverse();
  zonesOf("US-TX").reverse();
  expect(codes(placesIn("CN"))).toEqual(codes(provinces));
  expect(zonesOf("US-TX")).toEqual(["America/Chicago", "America/Denver"]);
});
