import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { cnDeadline, cnPeriods } from "#app/domain/law/deadlines/cn.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { walkBack } from "#app/domain/law/history.ts";
import { cnGuaranteePeriod } from "#app/domain/law/limitation/cn.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import type { Check, Scene } from "#app/domain/law/scene.ts";

/** What only asks for time or another way of paying contests nothing (CPL-I 435). */
const contestsNothing = new Set(["cannot_pay", "asks_time", "asks_instalments", "other_way_of_paying"]);

/** CN-ESC-10: whether an objection ends the payment order: in writing, in time, and against the debt itself. */
function objectionStands({ pack, facts, zone }: Scene): boolean {
  const objected = dayOfFact(facts.notices?.objectionReceivedOn, zone);
  if (objected === null) return false;
  const { objectionWritten, objectionGround } = facts.notices ?? {};
  if (objectionWritten === false) return false;
  if (isKnown(objectionGround) && contestsNothing.has(objectionGround)) return false;
  const received = dayOfFact(facts.notices?.paymentOrderReceivedOn, zone);
  if (received === null) return true;
  const end = cnDeadline(pack.series, received, cnPeriods.paymentOrderObjection);
  return end.refused || objected <= end.last;
}

/** An order that a valid objection ended is not enforced. */
export const objectionFails: Check = (scene) => {
  if (!objectionStands(scene)) return null;
  const objected = dayOfFact(scene.facts.notices?.objectionReceivedOn, scene.zone) ?? scene.day;
  return { values: { date: dateOf(objected) }, next: null };
};

const demands = ["demand_payment", "lawyer_letter", "letter", "file_suit", "arbitration"];

/** CN-LIM-10: a guarantor is held to the guarantee within its period, by an act that fell into it or falls into it now. */
export const guaranteeInTime: Check = (scene) => {
  const found = cnGuaranteePeriod(scene.facts);
  if (found.refused) return asking(...found.requires);
  if (dateOf(scene.day) <= found.last) return null;
  let asked = false;
  walkBack(scene.history, demands, scene.to, ({ event }) => {
    asked = event.recipientRole === "guarantor" && event.startedAt.slice(0, 10) <= found.last;
    return asked;
  });
  return asked ? null : { values: { date: found.last, reason: "law.wait.guarantee" }, next: null };
};
