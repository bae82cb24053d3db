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
  own: ["US-STATE-01", "US-STATE-02", "US-STATE-03"],
};
