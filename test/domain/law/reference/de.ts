import type { Reference } from "#test/domain/law/reference/reference.ts";

export const deReference: Reference = {
  counts: {
    "DE-COV": 4,
    "DE-ESC": 22,
    "DE-HOLD": 10,
    "DE-CONTACT": 8,
    "DE-ACTOR": 9,
    "DE-MONEY": 14,
    "DE-LIM": 8,
    "DE-NOTICE": 8,
    "DE-DATA": 4,
    "DE-CAL": 4,
    "DE-FEE": 3,
  },
  own: ["DE-STATE-01"],
};
