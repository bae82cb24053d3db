import type { lawGb as en } from "../en/law-gb.ts";

/** Words of the pack for England and Wales, in Simplified Chinese. */
export const lawGb: Record<keyof typeof en, string> = {};
