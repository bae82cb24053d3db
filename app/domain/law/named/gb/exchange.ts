import { isPostedInTime } from "#app/domain/law/deadlines/gb.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { dayOfEvent } from "#app/domain/law/history.ts";
import type { Scene } from "#app/domain/law/scene.ts";

/** What is asked about the letters between the two: the log, what is known beside it, and up to when. */
export type Exchanged = Pick<Scene, "facts" | "history" | "zone" | "to">;

/** A letter of claim: its date, the day it went out, how; null where that is not known. */
export type Letter = { date: number | null; postedOn: number | null; channel: string | null };

/** By post, or by e-mail where the debtor asked for that. Null: not known. */
function byRightWay({ channel }: Letter, { facts }: Exchanged): boolean | null {
  if (channel === null) return null;
  return channel === "post" || (channel === "email" && facts.notices?.emailAskedFor === true);
}

const postedInTime = ({ date, postedOn }: Letter): boolean | null =>
  date === null || postedOn === null ? null : isPostedInTime({ letterDate: date, postedOn });

/** Whether the letter went out as the protocol says; null while that is not known. */
export function isInForm(letter: Letter, scene: Exchanged): boolean | null {
  const parts = [byRightWay(letter, scene), postedInTime(letter)];
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

function lettersOf(scene: Exchanged): Letter[] {
  const { facts, history, zone, to } = scene;
  const letters: Letter[] = [];
  const date = dayOfFact(facts.notices?.letterDate, zone);
  if (date !== null) {
    const channel = facts.notices?.channel;
    letters.push({
      date,
      postedOn: dayOfFact(facts.notices?.postedOn, zone),
      channel: isKnown(channel) ? channel : null,
    });
  }
  const lane = history.lanes.get("demand_payment");
  for (let at = 0; lane && at < lane.length && lane.items[at].ms <= to; at += 1) {
    const { event } = lane.items[at];
    const postedOn = dayOfEvent(lane.items[at], zone);
    letters.push({
      date: dayOfFact(event.letterDate, zone) ?? postedOn,
      postedOn,
      channel: event.channel ?? null,
    });
  }
  return letters;
}

/** The letter that counts: the first in due form, else the newest. */
export function letterOf(scene: Exchanged): Letter | null {
  const letters = lettersOf(scene);
  return letters.find((letter) => isInForm(letter, scene) === true) ?? letters.at(-1) ?? null;
}

/** The day the reply form came in: as stated, or of the first answer since the letter. */
export function repliedOn(scene: Exchanged): number | null {
  const stated = dayOfFact(scene.facts.notices?.replyReceivedOn, scene.zone);
  if (stated !== null) return stated;
  const since = letterOf(scene)?.date ?? Number.NEGATIVE_INFINITY;
  const lane = scene.history.lanes.get("reply");
  for (let at = 0; lane && at < lane.length && lane.items[at].ms <= scene.to; at += 1) {
    const day = dayOfEvent(lane.items[at], scene.zone);
    if (day >= since) return day;
  }
  return null;
}

/** The day of the notice of intention to sue; one from before the reply is none. */
export function noticeOn(scene: Scene, reply: number): number | null {
  const stated = dayOfFact(scene.facts.notices?.fourteenDayNoticeOn, scene.zone);
  if (stated !== null && stated >= reply) return stated;
  const lane = scene.history.lanes.get("notice_of_intention");
  for (let at = 0; lane && at < lane.length && lane.items[at].ms <= scene.to; at += 1) {
    const day = dayOfEvent(lane.items[at], scene.zone);
    if (day >= reply) return day;
  }
  return null;
}
