import type { FeeSchedule, HolidayCalendar, PointSeries } from "#app/domain/law/series/series.ts";

const pounds = (amount: number) => amount * 100;

/** Bank Rate on the last day of the half-year before, in force for interest that starts in the half-year (SI 2002/1675 art. 4). */
export const lpcdaReference: PointSeries = {
  unit: "percent",
  points: [
    { from: "2018-01-01", value: "0.50" },
    { from: "2018-07-01", value: "0.50" },
    { from: "2019-01-01", value: "0.75" },
    { from: "2019-07-01", value: "0.75" },
    { from: "2020-01-01", value: "0.75" },
    { from: "2020-07-01", value: "0.10" },
    { from: "2021-01-01", value: "0.10" },
    { from: "2021-07-01", value: "0.10" },
    { from: "2022-01-01", value: "0.25" },
    { from: "2022-07-01", value: "1.25" },
    { from: "2023-01-01", value: "3.50" },
    { from: "2023-07-01", value: "5.00" },
    { from: "2024-01-01", value: "5.25" },
    { from: "2024-07-01", value: "5.25" },
    { from: "2025-01-01", value: "4.75" },
    { from: "2025-07-01", value: "4.25" },
    { from: "2026-01-01", value: "3.75" },
    { from: "2026-07-01", value: "3.75" },
  ],
  coverageEnd: "2026-12-31",
  source: "Bank of England, Bank Rate on 30 June and 31 December; published table and decisions",
};

/** Bank holidays, with Good Friday and Christmas Day. */
export const gbHolidays: HolidayCalendar = {
  years: {
    2025: {
      off: [
        "2025-01-01",
        "2025-04-18",
        "2025-04-21",
        "2025-05-05",
        "2025-05-26",
        "2025-08-25",
        "2025-12-25",
        "2025-12-26",
      ],
      source: "gov.uk bank holidays, England and Wales",
    },
    2026: {
      off: [
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-05-04",
        "2026-05-25",
        "2026-08-31",
        "2026-12-25",
        "2026-12-28",
      ],
      source: "gov.uk bank holidays, England and Wales",
    },
  },
};

/** Issue of a money claim, on the sum with interest to issue; 5 % is cut to the penny by its caller (GB-FEE-01, -02). */
export const gbIssue: FeeSchedule = {
  currency: "GBP",
  versions: [
    {
      from: "2021-05-17",
      source: "Civil Proceedings Fees Order 2008 as amended; EX50",
      table: {
        kind: "banded",
        bands: [
          { upTo: pounds(300), fee: pounds(35) },
          { upTo: pounds(500), fee: pounds(50) },
          { upTo: pounds(1_000), fee: pounds(70) },
          { upTo: pounds(1_500), fee: pounds(80) },
          { upTo: pounds(3_000), fee: pounds(115) },
          { upTo: pounds(5_000), fee: pounds(205) },
          { upTo: pounds(10_000), fee: pounds(455) },
          { upTo: pounds(200_000), rate: 5_000 },
          { upTo: null, fee: pounds(10_000) },
        ],
      },
    },
  ],
};

/** The hearing of a small claim (GB-FEE-03). */
export const gbSmallHearing: FeeSchedule = {
  currency: "GBP",
  versions: [
    {
      from: "2021-09-30",
      source: "Civil Proceedings Fees Order 2008 as amended; EX50",
      table: {
        kind: "banded",
        bands: [
          { upTo: pounds(300), fee: pounds(27) },
          { upTo: pounds(500), fee: pounds(59) },
          { upTo: pounds(1_000), fee: pounds(85) },
          { upTo: pounds(1_500), fee: pounds(123) },
          { upTo: pounds(3_000), fee: pounds(181) },
          { upTo: null, fee: pounds(346) },
        ],
      },
    },
  ],
};

/** Fixed commencement costs, nothing up to £25 (GB-FEE-04). */
export const gbFixedCosts: FeeSchedule = {
  currency: "GBP",
  versions: [
    {
      from: "2013-04-01",
      source: "CPR 45, fixed costs on commencement of a money claim, court serves",
      table: {
        kind: "banded",
        bands: [
          { upTo: pounds(25), fee: 0 },
          { upTo: pounds(500), fee: pounds(50) },
          { upTo: pounds(1_000), fee: pounds(70) },
          { upTo: pounds(5_000), fee: pounds(80) },
          { upTo: null, fee: pounds(100) },
        ],
      },
    },
  ],
};
