import { unsupportedBecause } from "#app/domain/cases/place-support.ts";
import { entries } from "#app/domain/places/entries.ts";
import type { Place } from "#app/domain/places/place.ts";
import { countries, placeOf, placesIn } from "#app/domain/places/register.ts";
import { zipRanges } from "./us-zip.data.ts";

export type PlaceRefusal =
  | "import.reason.place_missing"
  | "import.reason.place_unknown"
  | "import.reason.city_missing"
  | "import.reason.place_refused"
  | "import.reason.zip_state"
  | "import.reason.zip";

/** What a row says of where its debtor lives; empty where it says nothing. */
export type PlaceCells = {
  country: string;
  province: string;
  city: string;
  postcode: string;
  address: string;
};

export type FoundPlace = { placeCode: string; province: Place; postcode: string; zipRestored: boolean };

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
const chineseEnding = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|地区|[省市州县盟])$/;

const nations = new Map([
  ...countries().flatMap((place) =>
    [place.code, place.en, place.zh].map((name) => [fold(name), place.code] as const),
  ),
  ["usa", "US"],
  ["us", "US"],
  ["unitedstatesofamerica", "US"],
  ["prc", "CN"],
  ["chn", "CN"],
  ["中华人民共和国", "CN"],
  ["uk", "GB"],
  ["gbr", "GB"],
  ["england", "GB"],
  ["deutschland", "DE"],
  ["deu", "DE"],
] as [string, string][]);

/** Names of the places below one: by folded English and Chinese name, search word and code. */
const below = new Map<string, Map<string, Place>>();
for (const { place, aliases } of entries) {
  if (place.parent === null) continue;
  const names = below.get(place.parent) ?? new Map<string, Place>();
  below.set(place.parent, names);
  const codes = [place.code, place.code.slice(place.code.lastIndexOf("-") + 1)];
  for (const name of [place.en, place.zh, place.zh.replace(chineseEnding, ""), ...aliases, ...codes]) {
    if (name !== "" && !names.has(fold(name))) names.set(fold(name), place);
  }
}
const namedIn = (parent: string, name: string): Place | null =>
  name === "" ? null : (below.get(parent)?.get(fold(name)) ?? null);

const stateByZip = new Map<string, string>();
for (const [prefix, state] of zipRanges
  .trim()
  .split(/[|\n]/)
  .map((each) => each.split(" "))) {
  const [from, to = from] = prefix.split("-").map(Number);
  for (let each = from; each <= to; each += 1) stateByZip.set(String(each).padStart(3, "0"), `US-${state}`);
}

/** One file names the same places again and again. */
const mostKept = 20_000;

/** Reads where debtors live, in a country where a row names none. */
export function placeReader(home: string | null): (cells: PlaceCells) => FoundPlace | PlaceRefusal {
  const known = new Map<string, FoundPlace | PlaceRefusal>();
  return (cells) => {
    const { country, province, city, postcode, address } = cells;
    // Only Chinese places are looked for in addresses; elsewhere no two rows would be alike with them.
    const byAddress = (country ? nations.get(fold(country)) : home) === "CN";
    const key = `${country}|${province}|${city}|${postcode}|${byAddress ? address : ""}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= mostKept) known.clear();
    const read = readPlace(cells, home);
    known.set(key, read);
    return read;
  };
}

function readPlace(cells: PlaceCells, home: string | null): FoundPlace | PlaceRefusal {
  const country = cells.country ? nations.get(fold(cells.country)) : home;
  if (!country) return cells.country ? "import.reason.place_unknown" : "import.reason.place_missing";
  if (country === "US") return readUnitedStates(cells);
  const placed = country === "CN" ? readChina(cells) : readNamed(country, cells);
  return typeof placed === "string"
    ? placed
    : supported(placed, { postcode: cells.postcode, zipRestored: false });
}

function supported(
  place: Place,
  rest: Pick<FoundPlace, "postcode" | "zipRestored">,
): FoundPlace | PlaceRefusal {
  if (unsupportedBecause(place)) return "import.reason.place_refused";
  const province = place.level === "city" && place.parent ? placeOf(place.parent) : place;
  return province ? { placeCode: place.code, province, ...rest } : "import.reason.place_unknown";
}

/** The state, held against the ZIP code once its lost zeros are back; a ZIP code alone names the state too. */
function readUnitedStates({ province, city, postcode }: PlaceCells): FoundPlace | PlaceRefusal {
  const zip = restoredZip(postcode);
  if (zip === null) return "import.reason.zip";
  const state = namedIn("US", province);
  if (province && !state) return "import.reason.place_unknown";
  const byZip = zip.zip ? placeOf(stateByZip.get(zip.zip.slice(0, 3)) ?? "") : null;
  if (zip.zip && !byZip) return "import.reason.zip";
  if (state && byZip && state.code !== byZip.code) return "import.reason.zip_state";
  const region = state ?? byZip;
  if (!region) return "import.reason.place_missing";
  const town = namedIn(region.code, city);
  return supported(town ?? region, { postcode: zip.full, zipRestored: zip.restored });
}

/** Spreadsheets drop a ZIP code's leading zeros: four figures were five, three too. Nought stands for none. */
function restoredZip(text: string): { zip: string; full: string; restored: boolean } | null {
  if (text === "" || /^0+$/.test(text)) return { zip: "", full: "", restored: false };
  const found = /^(\d{3,5})(?:\.0)?(?:-?(\d{4}))?$/.exec(text);
  if (!found) return null;
  const zip = found[1].padStart(5, "0");
  return { zip, full: found[2] ? `${zip}-${found[2]}` : zip, restored: found[1].length < 5 };
}

/** China's law is one, but contact and courts go by the prefecture, which must be known. */
function readChina({ province, city, address }: PlaceCells): Place | PlaceRefusal {
  const region =
    namedIn("CN", province) ?? startOf("CN", province || city || address) ?? provinceOfCity(city || address);
  if (!region)
    return province || city || address ? "import.reason.place_unknown" : "import.reason.place_missing";
  if (placesIn(region.code).length === 0) return region;
  const rest = address.startsWith(region.zh) ? address.slice(region.zh.length) : address;
  const town =
    namedIn(region.code, city) ??
    startOf(region.code, city) ??
    startOf(region.code, province.slice(region.zh.length)) ??
    startOf(region.code, rest);
  return town ?? "import.reason.city_missing";
}

/** The place within another whose Chinese name a text begins with. */
function startOf(parent: string, text: string): Place | null {
  if (!/^\p{Script=Han}/u.test(text)) return null;
  return (
    placesIn(parent).find(
      ({ zh }) => text.startsWith(zh) || text.startsWith(zh.replace(chineseEnding, "")),
    ) ?? null
  );
}

const provinceOfCity = (text: string): Place | null =>
  placesIn("CN").find(({ code }) => namedIn(code, text) ?? startOf(code, text)) ?? null;

function readNamed(country: string, { province, city }: PlaceCells): Place | PlaceRefusal {
  const region = namedIn(country, province) ?? namedIn(country, city);
  if (region) return region;
  return province || city ? "import.reason.place_unknown" : "import.reason.place_missing";
}
