import type { FeeSchedule, PointSeries } from "#app/domain/law/series/series.ts";

/** A published rate of which no value has been verified yet: asked for until an administrator adds one. */
const notOnFile = (source: string): PointSeries => ({
  unit: "percent",
  points: [],
  coverageEnd: null,
  source,
});

export const usRates: Record<string, PointSeries> = {
  "US-TREASURY-1Y": notOnFile("Federal Reserve H.15, weekly one-year constant-maturity yield (28 USC 1961)"),
  "US-FL-JUDGMENT": notOnFile("Florida CFO, judgment interest rates (Fla. Stat. 55.03), quarterly"),
  "US-TX-JUDGMENT": notOnFile("Texas OCCC, judgment rate (Fin. Code 304.003), monthly"),
  "US-NJ-JUDGMENT": notOnFile("New Jersey Courts, R. 4:42-11(a), yearly"),
  "US-GA-PRIME": notOnFile("Federal Reserve H.15 prime rate (O.C.G.A. 7-4-12), yearly"),
  "US-MA-JUDGMENT": notOnFile("Mass. G.L. c.235 s.8"),
  "US-WA-JUDGMENT": notOnFile("RCW 4.56.110, 19.52.020"),
};

/** A federal civil complaint (28 USC 1914 and the miscellaneous fee schedule of 1 Dec 2023). */
export const usFederalFiling: FeeSchedule = {
  currency: "USD",
  versions: [
    {
      from: "2023-12-01",
      source: "28 USC 1914; District Court Miscellaneous Fee Schedule",
      table: { kind: "banded", bands: [{ upTo: null, fee: 405_00 }] },
    },
  ],
};
