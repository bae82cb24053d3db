import type { FeeSchedule, HolidayCalendar, PointSeries } from "#app/domain/law/series/series.ts";

const yuan = (amount: number) => amount * 100;

/** One-year loan prime rate by the day of its quote; before 20 Aug 2019 the central bank's benchmark. */
export const lpr1y: PointSeries = {
  unit: "percent",
  points: [
    { from: "2015-10-24", value: "4.35" },
    { from: "2019-08-20", value: "4.25" },
    { from: "2019-09-20", value: "4.20" },
    { from: "2019-11-20", value: "4.15" },
    { from: "2020-02-20", value: "4.05" },
    { from: "2020-04-20", value: "3.85" },
    { from: "2021-12-20", value: "3.80" },
    { from: "2022-01-20", value: "3.70" },
    { from: "2022-08-22", value: "3.65" },
    { from: "2023-06-20", value: "3.55" },
    { from: "2023-08-21", value: "3.45" },
    { from: "2024-07-22", value: "3.35" },
    { from: "2024-10-21", value: "3.10" },
    { from: "2025-05-20", value: "3.00" },
  ],
  coverageEnd: "2026-08-20",
  source: "National Interbank Funding Center; published monthly table, verified to 2026-08-20",
};

/** Statutory days off and make-up working days as the State Council announced them. */
export const cnHolidays: HolidayCalendar = {
  years: {
    2025: {
      off: [
        "2025-01-01",
        "2025-01-28/2025-02-04",
        "2025-04-04/2025-04-06",
        "2025-05-01/2025-05-05",
        "2025-05-31/2025-06-02",
        "2025-10-01/2025-10-08",
      ],
      work: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
      source: "State Council General Office, notice of 12 Nov 2024",
    },
    2026: {
      off: [
        "2026-01-01/2026-01-03",
        "2026-02-15/2026-02-23",
        "2026-04-04/2026-04-06",
        "2026-05-01/2026-05-05",
        "2026-06-19/2026-06-21",
        "2026-09-25/2026-09-27",
        "2026-10-01/2026-10-07",
      ],
      work: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
      source: "State Council General Office, notice of 4 Nov 2025",
    },
  },
};

const from = "2007-04-01";
const source = "诉讼费用交纳办法 (国令481号)";

/** Acceptance of a claim for property (art. 13). */
export const cnAcceptance: FeeSchedule = {
  currency: "CNY",
  versions: [
    {
      from,
      source,
      table: {
        kind: "marginal",
        bands: [
          { upTo: yuan(10_000), rate: 0, flat: yuan(50) },
          { upTo: yuan(100_000), rate: 2500 },
          { upTo: yuan(200_000), rate: 2000 },
          { upTo: yuan(500_000), rate: 1500 },
          { upTo: yuan(1_000_000), rate: 1000 },
          { upTo: yuan(2_000_000), rate: 900 },
          { upTo: yuan(5_000_000), rate: 800 },
          { upTo: yuan(10_000_000), rate: 700 },
          { upTo: yuan(20_000_000), rate: 600 },
          { upTo: null, rate: 500 },
        ],
      },
    },
  ],
};

/** Enforcement (art. 14(1)). */
export const cnEnforcement: FeeSchedule = {
  currency: "CNY",
  versions: [
    {
      from,
      source,
      table: {
        kind: "marginal",
        bands: [
          { upTo: yuan(10_000), rate: 0, flat: yuan(50) },
          { upTo: yuan(500_000), rate: 1500 },
          { upTo: yuan(5_000_000), rate: 1000 },
          { upTo: yuan(10_000_000), rate: 500 },
          { upTo: null, rate: 100 },
        ],
      },
    },
  ],
};

/** Preservation of property (art. 14(2)); capped by its caller. */
export const cnPreservation: FeeSchedule = {
  currency: "CNY",
  versions: [
    {
      from,
      source,
      table: {
        kind: "marginal",
        bands: [
          { upTo: yuan(1_000), rate: 0, flat: yuan(30) },
          { upTo: yuan(100_000), rate: 1000 },
          { upTo: null, rate: 500 },
        ],
      },
    },
  ],
};
