import type { FeeSchedule, HolidayCalendar, PointSeries } from "#app/domain/law/series/series.ts";

const euro = (amount: number) => Math.round(amount * 100);

/** Base rate of BGB 247, each 1 January and 1 July. */
export const baseRate: PointSeries = {
  unit: "percent",
  points: [
    { from: "2016-01-01", value: "-0.83" },
    { from: "2016-07-01", value: "-0.88" },
    { from: "2023-01-01", value: "1.62" },
    { from: "2023-07-01", value: "3.12" },
    { from: "2024-01-01", value: "3.62" },
    { from: "2024-07-01", value: "3.37" },
    { from: "2025-01-01", value: "2.27" },
    { from: "2025-07-01", value: "1.27" },
    { from: "2026-01-01", value: "1.27" },
    { from: "2026-07-01", value: "1.52" },
  ],
  coverageEnd: "2026-12-31",
  source: "Deutsche Bundesbank, Basiszinssatz nach § 247 BGB",
};

/** Basic monthly amount that cannot be attached (ZPO 850c(1), notices under 850c(4)). */
export const attachmentLimit: PointSeries = {
  unit: "minor",
  points: [
    { from: "2024-07-01", value: "149175" },
    { from: "2025-07-01", value: "155500" },
    { from: "2026-07-01", value: "158740" },
  ],
  coverageEnd: "2027-06-30",
  source: "Pfändungsfreigrenzenbekanntmachung; BGBl. 2025 I Nr. 110, 2026 I Nr. 80",
};

/** For the first dependant, and for each of the second to fifth. */
export const attachmentFirst: PointSeries = {
  ...attachmentLimit,
  points: [
    { from: "2025-07-01", value: "58523" },
    { from: "2026-07-01", value: "59742" },
  ],
};
export const attachmentFurther: PointSeries = {
  ...attachmentLimit,
  points: [
    { from: "2025-07-01", value: "32604" },
    { from: "2026-07-01", value: "33283" },
  ],
};

const laender = "Feiertagsgesetze der Länder";
const calendar = (y2025: string[], y2026: string[], source = laender): HolidayCalendar => ({
  years: { 2025: { off: y2025, source }, 2026: { off: y2026, source } },
});

/** Nationwide holidays under `DE`; those of a Land alone under `DE-BE` and so on. */
export const deHolidays: Record<string, HolidayCalendar> = {
  DE: calendar(
    [
      "2025-01-01",
      "2025-04-18",
      "2025-04-21",
      "2025-05-01",
      "2025-05-29",
      "2025-06-09",
      "2025-10-03",
      "2025-12-25",
      "2025-12-26",
    ],
    [
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-05-01",
      "2026-05-14",
      "2026-05-25",
      "2026-10-03",
      "2026-12-25",
      "2026-12-26",
    ],
  ),
  "DE-BE": calendar(["2025-03-08", "2025-05-08"], ["2026-03-08"]),
  "DE-BW": calendar(["2025-01-06", "2025-06-19", "2025-11-01"], ["2026-01-06", "2026-06-04", "2026-11-01"]),
  "DE-BY": calendar(["2025-01-06", "2025-06-19", "2025-11-01"], ["2026-01-06", "2026-06-04", "2026-11-01"]),
  "DE-BB": calendar(["2025-04-20", "2025-06-08", "2025-10-31"], ["2026-04-05", "2026-05-24", "2026-10-31"]),
  "DE-HB": calendar(["2025-10-31"], ["2026-10-31"]),
  "DE-HH": calendar(["2025-10-31"], ["2026-10-31"]),
  "DE-HE": calendar(["2025-06-19"], ["2026-06-04"]),
  "DE-MV": calendar(["2025-03-08", "2025-10-31"], ["2026-03-08", "2026-10-31"]),
  "DE-NI": calendar(["2025-10-31"], ["2026-10-31"]),
  "DE-NW": calendar(["2025-06-19", "2025-11-01"], ["2026-06-04", "2026-11-01"]),
  "DE-RP": calendar(["2025-06-19", "2025-11-01"], ["2026-06-04", "2026-11-01"]),
  "DE-SL": calendar(["2025-06-19", "2025-08-15", "2025-11-01"], ["2026-06-04", "2026-08-15", "2026-11-01"]),
  "DE-SN": calendar(["2025-10-31", "2025-11-19"], ["2026-10-31", "2026-11-18"]),
  "DE-ST": calendar(["2025-01-06", "2025-10-31"], ["2026-01-06", "2026-10-31"]),
  "DE-SH": calendar(["2025-10-31"], ["2026-10-31"]),
  "DE-TH": calendar(["2025-09-20", "2025-10-31"], ["2026-09-20", "2026-10-31"]),
  // Kept in some municipalities only: Friedensfest and Mariä Himmelfahrt in Bavaria, Fronleichnam in Saxony and Thuringia.
  "DE-BY-LOCAL": calendar(["2025-08-08", "2025-08-15"], ["2026-08-08", "2026-08-15"]),
  "DE-SN-LOCAL": calendar(["2025-06-19"], ["2026-06-04"]),
  "DE-TH-LOCAL": calendar(["2025-06-19"], ["2026-06-04"]),
};

/** One full fee of RVG 13(1), from 1 June 2025. */
export const rvgFee: FeeSchedule = {
  currency: "EUR",
  versions: [
    {
      from: "2025-06-01",
      source: "RVG § 13(1) as of 1 June 2025",
      table: {
        kind: "stepped",
        first: { upTo: euro(500), fee: euro(51.5) },
        bands: [
          { upTo: euro(2_000), step: euro(500), fee: euro(41.5) },
          { upTo: euro(10_000), step: euro(1_000), fee: euro(59.5) },
          { upTo: euro(25_000), step: euro(3_000), fee: euro(55) },
          { upTo: euro(50_000), step: euro(5_000), fee: euro(86) },
          { upTo: euro(200_000), step: euro(15_000), fee: euro(99.5) },
          { upTo: euro(500_000), step: euro(30_000), fee: euro(140) },
          { upTo: null, step: euro(50_000), fee: euro(175) },
        ],
      },
    },
  ],
};

/** One full court fee of GKG 34, from 1 June 2025. */
export const gkgFee: FeeSchedule = {
  currency: "EUR",
  versions: [
    {
      from: "2025-06-01",
      source: "GKG § 34 as of 1 June 2025",
      table: {
        kind: "stepped",
        first: { upTo: euro(500), fee: euro(40) },
        bands: [
          { upTo: euro(2_000), step: euro(500), fee: euro(21) },
          { upTo: euro(10_000), step: euro(1_000), fee: euro(22.5) },
          { upTo: euro(25_000), step: euro(3_000), fee: euro(30.5) },
          { upTo: euro(50_000), step: euro(5_000), fee: euro(40.5) },
          { upTo: euro(200_000), step: euro(15_000), fee: euro(140) },
          { upTo: euro(500_000), step: euro(30_000), fee: euro(210) },
          { upTo: null, step: euro(50_000), fee: euro(210) },
        ],
      },
    },
  ],
};
