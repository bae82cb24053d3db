import { z } from "zod";
import { plainText, stepDay } from "#app/domain/timeline/step-forms.ts";

/**
 * `deciding`: the law is asked about one letter after the other. `drawing`: all are decided. `ready`: to be printed. `posting`: what was posted is
 * being written into the logs. `empty`: not one of its letters was allowed.
 */
export const batchStates = ["deciding", "drawing", "ready", "posting", "posted", "empty"] as const;
export type BatchState = (typeof batchStates)[number];

/** What still goes on by itself. */
export const goingStates = ["deciding", "drawing", "posting"] as const satisfies readonly BatchState[];
export const isGoing = (state: BatchState): boolean => goingStates.some((each) => each === state);

/** Why a letter that was printed waits again: somebody left it out of the post. */
export const leftOut = "left-out";
/** Of a letter that may not go out any more: it was in the post before that came in. */
export const inPost = "in-post";

/** As many as one file holds. */
export const mostLetters = 1_000;

export const MakeBatch = z.object({ key: z.uuid("error.invalid") });

export const MarkPosted = z.object({
  batchId: z.uuid(),
  postedOn: stepDay,
  tracking: plainText(100_000).optional(),
  left: plainText(10_000).optional(),
  gone: plainText(10_000).optional(),
});
export type MarkPosted = z.infer<typeof MarkPosted>;

const trackingLine = /^(\d{1,4})[\s,;:\t]+([A-Za-z0-9][A-Za-z0-9 .-]{2,39})$/;

type Numbers = { tracking: Map<number, string>; left: Set<number>; gone: Set<number> };
/** The line that cannot be read. */
type Unread = { field: "tracking" | "left" | "gone"; line: string };

/**
 * Tracking numbers, a line each after the letter's number; the numbers of letters that were left out of the post; and of those that were in it
 * already when something came in. No letter is both.
 */
export function postedNumbers(given: MarkPosted, letters: number): Numbers | Unread {
  const { tracking = "" } = given;
  const found: Numbers = { tracking: new Map(), left: new Set(), gone: new Set() };
  const isThere = (place: number) => place >= 1 && place <= letters;
  for (const field of ["left", "gone"] as const) {
    for (const word of (given[field] ?? "").split(/[\s,;，；、]+/).filter(Boolean)) {
      const isRead = /^\d{1,4}$/.test(word) && isThere(Number(word));
      const isBoth = field === "gone" && found.left.has(Number(word));
      if (!isRead || isBoth) return { field, line: word };
      found[field].add(Number(word));
    }
  }
  for (const line of tracking.split(/\r?\n/).map((each) => each.trim())) {
    if (line === "") continue;
    const [, place, number] = trackingLine.exec(line) ?? [];
    const isNew = place && isThere(Number(place)) && !found.tracking.has(Number(place));
    if (!isNew || !number || found.left.has(Number(place))) return { field: "tracking", line };
    found.tracking.set(Number(place), number.trim());
  }
  return found;
}
