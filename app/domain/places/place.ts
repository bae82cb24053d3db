export type CountryCode = "CN" | "US" | "GB" | "DE";

/** `province` is the first level below a country: a province, a state, a Land, or a legal system of the United Kingdom. */
export type PlaceLevel = "country" | "province" | "city";

/** Why no case is ever posted at a place; keys of the catalogue's `places` words. */
export type PlaceRefusal =
  | "places.refused.hk"
  | "places.refused.mo"
  | "places.refused.tw"
  | "places.refused.sct"
  | "places.refused.nir";

/** The languages a place has a name in. */
export type PlaceLanguage = "en" | "zh";

/**
 * A real place of the register.
 *
 * `jurisdiction` names whose law applies there (`US-CA`, `CN`, `GB-EW`, `DE`); whether that law has a pack is the
 * law engine's answer and not the register's. It is null for a refused place, and for a country, which is too
 * wide to say whose law applies. `zones` are IANA names; where there are several, an act must be lawful in all.
 * `lat` and `lon` are degrees (WGS 84) of the seat of government, good for a distance and not for an address.
 */
export type Place = Readonly<{
  code: string;
  parent: string | null;
  country: CountryCode;
  level: PlaceLevel;
  zh: string;
  en: string;
  zones: string[];
  jurisdiction: string | null;
  refusal: PlaceRefusal | null;
  lat: number;
  lon: number;
}>;
