import type { Reference } from "#test/domain/law/reference/reference.ts";

export const gbReference: Reference = {
  counts: {},
  own: [],
};
