import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { landOf, type PeriodEnd } from "#app/domain/law/calendar/de.ts";
import { objectionEnd, orderLapses } from "#app/domain/law/deadlines/de.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { parseRate, RATE_SCALE, rateText } from "#app/domain/law/money/decimal.ts";
import { rateOn } from "#app/domain/law/money/rates.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import { staleCalendar, staleRate } from "#app/domain/law/named/stale-calendar.ts";
import type { Check, Scene, Unmet } from "#app/domain/law/scene.ts";

/** Points over the base rate at the contract beyond which consumer credit gets no payment order (ZPO 688(2) no. 1). */
const MOST_OVER_BASE = 12n * RATE_SCALE;

/** DE-ESC-07: the yearly rate of consumer credit lies at most twelve points over the base rate of the day of the contract. */
export const rateAllowsPaymentOrder: Check = ({ facts, pack, zone }) => {
  const rate = parseRate(facts.debt?.apr);
  const formed = dayOfFact(facts.debt?.contractDate, zone);
  if (rate === null || formed === null)
    return asking(...(rate === null ? ["debt.apr"] : []), ...(formed === null ? ["debt.contractDate"] : []));
  const base = rateOn(pack.series, "DE-BASE-RATE", formed);
  if (base === null) {
    const { points, coverageEnd } = pack.series.points["DE-BASE-RATE"];
    return staleRate("base", formed < dayOf(points[0].from) ? points[0].from : (coverageEnd ?? ""));
  }
  const most = base + MOST_OVER_BASE;
  return rate <= most
    ? null
    : { values: { rate: rateText(rate), most: rateText(most) }, next: null, effect: "block" };
};

const courtOf = ({ facts, pack }: Scene) => ({ series: pack.series, land: landOf(facts.courtLand) });

const noCalendar = ({ coverageEnd }: Extract<PeriodEnd, { refused: true }>): Unmet =>
  staleCalendar("DE", coverageEnd);

/** DE-ESC-10, DE-ESC-11: the debtor has two weeks from the service to object. */
export const objectionPeriodOver: Check = (scene) => {
  const served = dayOfFact(scene.facts.notices?.orderServedOn, scene.zone);
  if (served === null) return asking("notices.orderServedOn");
  const end = objectionEnd(served, courtOf(scene));
  if (end.refused) return noCalendar(end);
  const from = end.last + 1;
  if (scene.day >= from) return null;
  // A Land that is not known could only bring the day forward.
  const asks = end.landMatters && scene.day > end.raw ? { requires: ["courtLand"] } : {};
  return {
    values: { date: dateOf(end.last), reason: "law.wait.de_objection" },
    next: { day: from },
    ...asks,
  };
};

/** DE-ESC-10, DE-ESC-12: an objection ends the way to an enforcement order, however late it came before the order was made. */
export const noObjection: Check = ({ facts, zone, day }) => {
  const objected = dayOfFact(facts.notices?.objectionReceivedOn, zone);
  if (objected === null || objected > day) return null;
  return { values: { date: dateOf(objected) }, next: null, effect: "block" };
};

/** DE-ESC-11: six months after its service the payment order has no effect any more. */
export const paymentOrderAlive: Check = (scene) => {
  const served = dayOfFact(scene.facts.notices?.orderServedOn, scene.zone);
  if (served === null) return null;
  const lapses = orderLapses(served, courtOf(scene));
  if (scene.day <= lapses.raw) return null;
  if (lapses.refused) return noCalendar(lapses);
  if (scene.day <= lapses.last) return null;
  return { values: { date: dateOf(lapses.last) }, next: null, effect: "block" };
};
