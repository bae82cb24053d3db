import type { Reference } from "#test/domain/law/reference/reference.ts";

export const deReference: Reference = {
  counts: {},
  own: [],
};
