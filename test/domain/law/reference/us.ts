import type { Reference } from "#test/domain/law/reference/reference.ts";

export const usReference: Reference = {
  counts: {
    "US-COV": 5,
    "US-ESC": 13,
    "US-HOLD": 10,
    "US-CONTACT": 20,
    "US-ACTOR": 7,
    "US-MONEY": 7,
    "US-LIM": 4,
    "US-NOTICE": 2,
    "US-DATA": 4,
    "US-CAL": 5,
  },
  own: [
    "US-STATE-01",
    "US-STATE-02",
    "US-STATE-03",
    "US-STATE-04",
    "US-STATE-05",
    "US-STATE-06",
    "US-STATE-07",
    "US-STATE-08",
    "US-STATE-09",
    "US-STATE-10",
    "US-STATE-11",
    "US-STATE-12",
    "US-STATE-13",
    "US-STATE-14",
    "US-STATE-15",
    "US-STATE-16",
  ],
};
