import { z } from "zod";
import { addDays } from "#app/domain/timeline/local-time.ts";

/** What all accounts of a kind held together at the end of a month, in minor units as decimal text. */
export type CloseTotal = { kind: string; currency: string; balance: string };

/** A month by its first day. */
export const monthOf = (on: string): string => `${on.slice(0, 7)}-01`;
export const monthAfter = (month: string): string => monthOf(addDays(month, 31));
export const lastDayOf = (month: string): string => addDays(monthAfter(month), -1);

/** Days after a month's end on which the admins are first reminded to close it, and then again and again. */
const remindAfterDays = 3;
const remindEveryDays = 7;

/**
 * The month that is to be closed next: the one after the last closed, or the first with a transfer; null while it is not over, or where nothing
 * was ever booked.
 */
export function monthToClose(given: {
  lastClosed: string | null;
  firstEffectiveOn: string | null;
  /** Civil day in UTC. */
  today: string;
}): string | null {
  const { lastClosed, firstEffectiveOn, today } = given;
  const month = lastClosed ? monthAfter(lastClosed) : firstEffectiveOn && monthOf(firstEffectiveOn);
  return month && lastDayOf(month) < today ? month : null;
}

/** Whether the admins are to be reminded of a month now, by when they last were. */
export const remindNow = (month: string, remindedOn: string | null, today: string): boolean =>
  addDays(lastDayOf(month), remindAfterDays) <= today &&
  (remindedOn === null || addDays(remindedOn, remindEveryDays) <= today);

const month = z.string("error.required").regex(/^\d{4}-(0[1-9]|1[0-2])-01$/, "error.date");
export const ProposeClose = z.object({ month });
export const DecideClose = z.object({ month, verdict: z.enum(["close", "refuse"], "error.choose") });
