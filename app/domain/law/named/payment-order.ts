import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { rollForward } from "#app/domain/law/calendar/workdays.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import type { Check, Unmet } from "#app/domain/law/scene.ts";

/** Days from receipt within which the debtor pays or objects in writing (CPL 227). */
const OBJECTION_DAYS = 15;

/** CN-ESC-09: a payment order is enforced only after the debtor's fifteen days, and not after an objection in time. */
export const paymentOrderEnforceable: Check = ({ pack, facts, zone, day }): Unmet | null => {
  const received = dayOfFact(facts.notices?.paymentOrderReceivedOn, zone);
  if (received === null) return null;
  const end = rollForward(pack.series, ["CN"], received + OBJECTION_DAYS);
  if (end.refused)
    return {
      values: { date: end.coverageEnd },
      next: null,
      requires: ["calendar.CN"],
      message: "stale_calendar",
    };
  const objected = dayOfFact(facts.notices?.objectionReceivedOn, zone);
  if (objected !== null && objected <= end.last) {
    return { values: { date: dateOf(objected) }, next: null, effect: "block", message: "order_lapsed" };
  }
  const from = end.last + 1;
  if (day >= from) return null;
  return {
    values: { date: dateOf(end.last), next: dateOf(from), reason: "law.wait.payment_order" },
    next: { day: from },
  };
};
