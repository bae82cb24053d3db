import type { lawDe as en } from "../en/law-de.ts";

/** Words of the pack for Germany, in Simplified Chinese. */
export const lawDe: Record<keyof typeof en, string> = {};
