import { addMonths, partsOf, weekdayOf } from "#app/domain/law/calendar/civil.ts";
import {
  addWorkdays,
  calendarEnd,
  isWorkday,
  type Rolled,
  rollForward,
} from "#app/domain/law/calendar/workdays.ts";
import { holidaysOf, type Series } from "#app/domain/law/series/series.ts";

/** Bank holidays with Good Friday and Christmas Day, which the rules name beside them. */
const calendars = ["GB-EW"] as const;

/** PAP for Debt Claims 3.4, 4.2 and 8.2; the day itself is day 0 and the debtor keeps the whole last day. */
const RESPONSE_DAYS = 30;
const NOTICE_DAYS = 14;
const LATEST_POST_DAYS = 1;
/** CPR 10.3, 15.4. */
const DEFENCE_DAYS = 14;
const ACKNOWLEDGED_DEFENCE_DAYS = 28;
/** CPR 7.5(1). */
const CLAIM_FORM_MONTHS = 4;
/** CPR 2.8(4): periods up to so many days leave out Saturdays, Sundays and holidays. */
const SHORT_PERIOD_DAYS = 5;
/** No rule asks for longer notice of a hearing. */
export const MOST_CLEAR_DAYS = 366;
/** Clear days between an enforcement notice and taking control (TCG Regs 2013 reg. 6). */
const CONTROL_CLEAR_DAYS = 7;
const SUNDAY = 0;
/** Time for a reply posted late in the thirty days (platform policy to PAP 3.4). */
const LATE_POST_WORKDAYS = 5;

/** What is known of the exchange under the protocol, in day numbers. */
export type Exchange = {
  letterDate: number | null;
  repliedOn: number | null;
  documentsProvidedOn: number | null;
  noticeOn: number | null;
};

/** Whether a letter went into the post on its date or the next day (PAP 3.3). */
export const isPostedInTime = ({ letterDate, postedOn }: { letterDate: number; postedOn: number }) =>
  postedOn >= letterDate && postedOn <= letterDate + LATEST_POST_DAYS;

/** The first day after the whole response period to the letter. */
export const afterResponse = (letterDate: number) => letterDate + RESPONSE_DAYS + 1;
/** The first day after the thirty days from a reply form, or from the documents that it asked for. */
export const afterReply = (day: number) => day + RESPONSE_DAYS + 1;
/** The first day after a notice of intention to sue. */
export const afterNotice = (noticeOn: number) => noticeOn + NOTICE_DAYS + 1;
/** The first day after the fourteen days of a letter to a company (PD-PAC 6). */
export const afterCompanyLetter = (letterDate: number) => letterDate + NOTICE_DAYS + 1;

/** The first day on which a claim may be issued against an individual, as far as the dates go. */
export function earliestClaim({ letterDate, repliedOn, documentsProvidedOn, noticeOn }: Exchange): number {
  return Math.max(
    ...(letterDate === null ? [] : [afterResponse(letterDate)]),
    ...(repliedOn === null ? [] : [afterReply(repliedOn)]),
    ...(documentsProvidedOn === null ? [] : [afterReply(documentsProvidedOn)]),
    ...(noticeOn === null ? [] : [afterNotice(noticeOn)]),
  );
}

/** The day until which the platform advises to wait for a reply that may still be in the post. */
export const lateReplyMargin = (series: Series, letterDate: number): Rolled =>
  addWorkdays(series, calendars, { from: afterResponse(letterDate), days: LATE_POST_WORKDAYS });

type Days<T> = ({ refused: false } & T) | { refused: true; coverageEnd: string };

/**
 * A claim form sent by first-class post, document exchange or another way that completes on that day: when it is deemed served, and the last
 * days for a defence without and with an acknowledgment of service. A last day on which the office is closed moves to the next open one.
 *
 * @see CPR 6.14, 10.3, 15.4, 2.8(5) (GB-CAL-03, -05, GB-ESC-10)
 */
export function claimFormByPost(
  series: Series,
  postedOn: number,
): Days<{ deemed: number; defenceBy: number; defenceWithAcknowledgmentBy: number }> {
  const deemed = addWorkdays(series, calendars, { from: postedOn, days: 2 });
  if (deemed.refused) return deemed;
  const plain = rollForward(series, calendars, deemed.last + DEFENCE_DAYS);
  if (plain.refused) return plain;
  const acknowledged = rollForward(series, calendars, deemed.last + ACKNOWLEDGED_DEFENCE_DAYS);
  if (acknowledged.refused) return acknowledged;
  return {
    refused: false,
    deemed: deemed.last,
    defenceBy: plain.last,
    defenceWithAcknowledgmentBy: acknowledged.last,
  };
}

/** Another document by post: the second day after it, or the next business day (CPR 6.26). */
export const otherDocumentByPost = (series: Series, postedOn: number): Rolled =>
  rollForward(series, calendars, postedOn + 2);

/** The last day on which the step that serves a claim form must be completed (CPR 7.5(1)); a month is a calendar month (CPR 2.10). */
export const claimFormValidTo = (issuedOn: number) => addMonths(issuedOn, CLAIM_FORM_MONTHS);

/** Whether a day counts in a period of so many days (CPR 2.8(4)); null for a year without a calendar. */
const counts = (series: Series, day: number, isShort: boolean) =>
  isShort ? isWorkday(series, calendars, day) : true;

/**
 * The last day to serve so that clear days lie between service and the hearing. Neither end counts; short periods leave out weekends and holidays.
 * A day that is no business day moves to the one before, because service on it is deemed to be on the next. Refused without a coverage's end
 * where no notice is so short or so long.
 *
 * @see CPR 2.8, 6.26 (GB-CAL-01, -02)
 */
export function lastServiceBefore(
  series: Series,
  { hearingOn, clearDays }: { hearingOn: number; clearDays: number },
): Days<{ day: number }> | { refused: true; coverageEnd: null } {
  if (!(clearDays >= 1 && clearDays <= MOST_CLEAR_DAYS)) return { refused: true, coverageEnd: null };
  const isShort = clearDays <= SHORT_PERIOD_DAYS;
  let day = hearingOn - 1;
  for (let counted = 0; counted < clearDays; day -= 1) {
    const does = counts(series, day, isShort);
    if (does === null) return missing(series);
    if (does) counted += 1;
  }
  for (;;) {
    const works = isWorkday(series, calendars, day);
    if (works === null) return missing(series);
    if (works) return { refused: false, day };
    day -= 1;
  }
}

/** The first day on which an enforcement agent may take control: seven clear days after the notice, Sundays and holidays left out (TCG Regs 2013 reg. 6). */
export function firstControlDay(series: Series, noticeOn: number): Days<{ day: number }> {
  let day = noticeOn + 1;
  for (let counted = 0; counted < CONTROL_CLEAR_DAYS; day += 1) {
    const holidays = holidaysOf(series, calendars[0], partsOf(day).year);
    if (!holidays) return missing(series);
    if (weekdayOf(day) !== SUNDAY && !holidays.off.has(day)) counted += 1;
  }
  return { refused: false, day };
}

const missing = (series: Series) => ({ refused: true as const, coverageEnd: calendarEnd(series, calendars) });
