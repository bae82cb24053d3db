import { chinaRows } from "./china.data.ts";
import { germanyRows } from "./germany.data.ts";
import type { CountryCode, Place, PlaceRefusal } from "./place.ts";
import { unitedKingdomRows } from "./united-kingdom.data.ts";
import { unitedStatesRows } from "./united-states.data.ts";

/** A place with the further words it is searched by, such as the pinyin of Harbin. */
export type Entry = { place: Place; aliases: string[] };

type Country = { code: CountryCode; zh: string; en: string; aliases: string[]; lat: number; lon: number };

const countryRows: [Country, string][] = [
  [{ code: "CN", zh: "中国", en: "China", aliases: ["zhongguo"], lat: 39.91, lon: 116.4 }, chinaRows],
  [
    { code: "US", zh: "美国", en: "United States", aliases: ["usa", "meiguo"], lat: 38.9, lon: -77.04 },
    unitedStatesRows,
  ],
  [
    { code: "GB", zh: "英国", en: "United Kingdom", aliases: ["uk", "yingguo"], lat: 51.51, lon: -0.13 },
    unitedKingdomRows,
  ],
  [
    { code: "DE", zh: "德国", en: "Germany", aliases: ["deutschland", "deguo"], lat: 52.52, lon: 13.41 },
    germanyRows,
  ],
];

const refusals: Partial<Record<string, PlaceRefusal>> = {
  "CN-810000": "places.refused.hk",
  "CN-820000": "places.refused.mo",
  "CN-710000": "places.refused.tw",
  "GB-SCT": "places.refused.sct",
  "GB-NIR": "places.refused.nir",
};

/** The official time of all the mainland, Xinjiang included. */
const MAINLAND_ZONE = "Asia/Shanghai";

/** GB/T 2260 puts the province in the first two of six digits; the other codes nest by hyphen. */
function parentOf(code: string, country: CountryCode): string {
  if (country !== "CN") return code.slice(0, code.lastIndexOf("-"));
  return code.endsWith("0000") ? "CN" : `${code.slice(0, "CN-44".length)}0000`;
}

/** China and Germany have one law of collection each; the United States one a state. */
function jurisdictionAt(code: string, country: CountryCode): string {
  if (country === "CN" || country === "DE") return country;
  return code.split("-").slice(0, 2).join("-");
}

function entryOf(row: string, country: CountryCode): Entry {
  const [id, zh, en, aliases, lat, lon, zones = MAINLAND_ZONE] = row.split("|");
  const code = country === "CN" ? `CN-${id}` : id;
  const parent = parentOf(code, country);
  const refusal = refusals[code] ?? null;
  return {
    aliases: aliases.split(" ").filter(Boolean),
    place: {
      code,
      parent,
      country,
      level: parent === country ? "province" : "city",
      zh,
      en,
      zones: zones.split(","),
      jurisdiction: refusal ? null : jurisdictionAt(code, country),
      refusal,
      lat: Number(lat),
      lon: Number(lon),
    },
  };
}

function entriesOf([{ aliases, ...country }, rows]: [Country, string]): Entry[] {
  const within = rows
    .trim()
    .split("\n")
    .map((row) => entryOf(row, country.code));
  const zones = [...new Set(within.flatMap(({ place }) => place.zones))];
  const whole: Place = {
    ...country,
    country: country.code,
    parent: null,
    level: "country",
    zones,
    jurisdiction: null,
    refusal: null,
  };
  return [{ place: whole, aliases }, ...within];
}

/** Every place, a country before its provinces and a province before its cities. */
export const entries: readonly Entry[] = countryRows.flatMap(entriesOf);
