import type { Reference } from "#test/domain/law/reference/reference.ts";

export const gbReference: Reference = {
  counts: {
    "GB-COV": 4,
    "GB-ESC": 15,
    "GB-HOLD": 10,
    "GB-CONTACT": 9,
    "GB-ACTOR": 7,
    "GB-MONEY": 9,
    "GB-LIM": 7,
    "GB-NOTICE": 5,
    "GB-DATA": 4,
    "GB-CAL": 6,
    "GB-FEE": 6,
  },
  own: ["GB-STATE-01"],
};
