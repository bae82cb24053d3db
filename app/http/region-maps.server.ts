import china from "@svg-maps/china";
import germany from "@svg-maps/germany";
import usa from "@svg-maps/usa";
import { placesIn } from "#app/domain/places/register.ts";

type Outlines = { viewBox: string; locations: { id: string; name: string; path: string }[] };

const drawn: Record<string, Outlines> = { CN: china, DE: germany, US: usa };

/** Spellings of the outlines that are not the register's. */
const respelled: Record<string, string> = {
  "guangxi-zhuang": "Guangxi",
  "nei-mongol": "Inner Mongolia",
  "ningxia-hui": "Ningxia",
  quinghai: "Qinghai",
  "xinjiang-uygur": "Xinjiang",
  xizang: "Tibet",
};

type RegionMap = { viewBox: string; shapes: { code: string; path: string }[] };

function mapOf(country: string, { viewBox, locations }: Outlines): RegionMap {
  const regions = placesIn(country);
  const byName = new Map(regions.map(({ code, en }) => [en, code]));
  const codeOf = (id: string, name: string) =>
    country === "CN" ? byName.get(respelled[id] ?? name) : `${country}-${id.toUpperCase()}`;
  return {
    viewBox,
    shapes: locations.flatMap(({ id, name, path }) => {
      const code = codeOf(id, name);
      return code ? [{ code, path }] : [];
    }),
  };
}

/** The outlines of a country's provinces, states or Länder by the register's codes; null where none are on file. */
export const regionMap = (country: string): RegionMap | null =>
  Object.hasOwn(drawn, country) ? mapOf(country, drawn[country]) : null;
