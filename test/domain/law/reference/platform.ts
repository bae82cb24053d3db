import type { Reference } from "#test/domain/law/reference/reference.ts";

export const commonReference: Reference = {
  counts: {
    "POL-LADDER": 9,
    X: 12,
  },
  own: [],
};
