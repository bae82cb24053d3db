import type { Elsewheres } from "#app/domain/law/elsewhere/elsewhere.ts";

/** Rows of England and Wales that live elsewhere than in its pack. */
export const gbElsewhere: Elsewheres = {};
