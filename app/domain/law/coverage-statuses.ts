import { packIds } from "#app/domain/law/pack.ts";

/** `counsel`: encoded with low confidence only, so that it warns and counsel decides. */
export const coverageStatuses = ["encoded", "calculated", "within", "counsel", "open"] as const;
export type CoverageStatus = (typeof coverageStatuses)[number];

/** A pack's country, or every one of them. */
export const coverageCountries = [...packIds, "common"] as const;
export type CoverageCountry = (typeof coverageCountries)[number];

/** The country whose row this is, by its id; `X-09` and `POL-LADDER-01` are of none. */
export const countryOfRow = (id: string): CoverageCountry =>
  packIds.find((pack) => pack.split("-")[0] === id.split("-")[0]) ?? "common";
