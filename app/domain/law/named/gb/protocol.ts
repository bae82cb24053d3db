import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import {
  afterNotice,
  afterReply,
  afterResponse,
  isPostedInTime,
  lateReplyMargin,
} from "#app/domain/law/deadlines/gb.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import { isInForm, type Letter, letterOf, noticeOn, repliedOn } from "#app/domain/law/named/gb/exchange.ts";
import { staleCalendar } from "#app/domain/law/named/stale-calendar.ts";
import type { Check, Scene, Unmet } from "#app/domain/law/scene.ts";

/** Notice may be cut short where so few days of limitation are left (GB-ESC-07). */
const LAST_DAYS = 30;

const until = (day: number, reason: string): Unmet => ({
  values: { date: dateOf(day), reason },
  next: { day },
});

const waits = (scene: Scene, from: number, reason: string) =>
  scene.day >= from ? null : until(from, reason);

/** GB-ESC-02: the letter went out on its date or the next day, by post. A letter that did not is sent anew; time heals nothing. */
export const letterPostedInTime: Check = (scene) => {
  const letter = letterOf(scene);
  const fits = letter && isInForm(letter, scene);
  if (fits === true) return null;
  if (letter && fits === false) {
    const values = { date: letter.date === null ? "" : dateOf(letter.date) };
    return { values, next: null, effect: "block" };
  }
  return replyFormIsIn(scene) ? null : asking(...unknownOf(letter, scene));
};

/** GB-ESC-02: a letter of claim that goes out now bears today's date or yesterday's. */
export const letterGoesOutInTime: Check = ({ action, zone, day }) => {
  const date = dayOfFact(action.letterDate, zone);
  if (date === null) return asking("action.letterDate");
  if (isPostedInTime({ letterDate: date, postedOn: day })) return null;
  return { values: { date: dateOf(date) }, next: null, effect: "block" };
};

function unknownOf(letter: Letter | null, { facts }: Scene): string[] {
  const { postedOn, channel } = facts.notices ?? {};
  const unknown = [
    ...((letter ? letter.postedOn !== null : isKnown(postedOn)) ? [] : ["notices.postedOn"]),
    ...((letter ? letter.channel !== null : isKnown(channel)) ? [] : ["notices.channel"]),
  ];
  return unknown.length > 0 ? unknown : ["notices.letterDate"];
}

/** A reply form answers a letter of claim: from then on the reply's own days count, and they end later than the letter's. */
const replyFormIsIn = ({ facts }: Scene) => isKnown(facts.notices?.replyReceivedOn);

/** GB-ESC-03: thirty days from the date on the letter, and the debtor keeps the last of them. */
export const responseTimeOver: Check = (scene) => {
  const letter = letterOf(scene);
  if (letter?.date == null) return replyFormIsIn(scene) ? null : asking("notices.letterDate");
  return waits(scene, afterResponse(letter.date), "law.wait.gb_response");
};

/** GB-ESC-04: thirty days from the reply form and from the documents, whichever is later. */
export const replyTimeOver: Check = (scene) => {
  const replied = repliedOn(scene);
  const provided = dayOfFact(scene.facts.notices?.documentsProvidedOn, scene.zone);
  const from = [replied, provided].flatMap((day) => (day === null ? [] : [afterReply(day)]));
  return from.length === 0 ? null : waits(scene, Math.max(...from), "law.wait.gb_reply");
};

/** GB-ESC-06: documents that the debtor asked for were given, or it was said why not. */
export const documentsProvided: Check = ({ facts, zone }) => {
  const requested = dayOfFact(facts.notices?.documentsRequestedOn, zone);
  if (requested === null) return null;
  const answers = [facts.notices?.documentsProvidedOn, facts.notices?.documentsExplainedOn];
  const answered = answers.some((each) => (dayOfFact(each, zone) ?? Number.NEGATIVE_INFINITY) >= requested);
  return answered ? null : asking("notices.documentsProvidedOn");
};

/** A lawyer says why the fourteen days cannot be waited for, and limitation is about to run out. */
function isPressed({ actor, action, facts, pack, day }: Scene): boolean {
  const byLawyer = actor.kind === "lawyer" || actor.kind === "law_firm";
  if (!byLawyer || !isKnown(action.protectiveReason) || action.protectiveReason.trim() === "") return false;
  const stated = facts.limitation?.lastDay;
  if (isKnown(stated)) return dayOf(stated) - day <= LAST_DAYS;
  const found = limitationOf({ jurisdiction: pack.place, facts, series: pack.series });
  return !found.refused && dayOf(found.raw) - day <= LAST_DAYS;
}

/** GB-ESC-07: after a reply without agreement, fourteen days' notice before the claim. */
export const noticeOfIntentionOver: Check = (scene) => {
  const replied = repliedOn(scene);
  if (replied === null || isPressed(scene)) return null;
  const noticed = noticeOn(scene, replied);
  if (noticed === null) return asking("notices.fourteenDayNoticeOn");
  return waits(scene, afterNotice(noticed), "law.wait.gb_notice");
};

/** GB-ESC-03: a reply posted late in the thirty days may still be under way; the platform advises to wait. */
export const lateReplyAwaited: Check = (scene) => {
  const letter = letterOf(scene);
  if (!letter || letter.date === null || repliedOn(scene) !== null) return null;
  const margin = lateReplyMargin(scene.pack.series, letter.date);
  if (margin.refused) return staleCalendar("GB-EW", margin.coverageEnd);
  return waits(scene, margin.last, "law.wait.gb_late_post");
};
