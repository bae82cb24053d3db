import type { Elsewheres } from "#app/domain/law/elsewhere/elsewhere.ts";

/** Rows of Germany that live elsewhere than in its pack. */
export const deElsewhere: Elsewheres = {};
