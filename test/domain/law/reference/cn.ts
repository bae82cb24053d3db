import type { Reference } from "#test/domain/law/reference/reference.ts";

export const cnReference: Reference = {
  counts: {
    "CN-ESC": 25,
    "CN-HOLD": 10,
    "CN-CONTACT": 13,
    "CN-ACTOR": 10,
    "CN-MONEY": 15,
    "CN-LIM": 11,
    "CN-NOTICE": 5,
    "CN-DATA": 8,
    "CN-CAL": 4,
    "CN-FEE": 7,
  },
  own: ["CN-STATE-01"],
};
