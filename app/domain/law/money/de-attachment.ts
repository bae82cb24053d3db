import { pointOn, type Series } from "#app/domain/law/series/series.ts";

/** Amounts in cents a month; null where the day's figure is not on file. */

/** The basic amount that no creditor reaches (ZPO 850c(1)). */
function basicOn(series: Series, day: number): number | null {
  const point = pointOn(series, "DE-ATTACHMENT", day);
  return point && Number(point.value);
}

/** What stays on a protected account: the basic amount rounded up to ten euros (ZPO 899(1)). */
export function protectedMonthly(series: Series, day: number): number | null {
  const basic = basicOn(series, day);
  return basic === null ? null : Math.ceil(basic / 10_00) * 10_00;
}

/** Dependants beyond the fifth add nothing (ZPO 850c(2)). */
const MOST_DEPENDANTS = 5;

/** The monthly net income that cannot be attached, dependants counted (ZPO 850c(1)-(2)). */
export function attachmentFloor(series: Series, day: number, dependants: number): number | null {
  const basic = basicOn(series, day);
  const first = pointOn(series, "DE-ATTACHMENT-FIRST", day);
  const further = pointOn(series, "DE-ATTACHMENT-FURTHER", day);
  const counted = Math.min(dependants, MOST_DEPENDANTS);
  if (basic === null || (counted > 0 && first === null) || (counted > 1 && further === null)) return null;
  const firstPart = counted > 0 ? Number(first?.value) : 0;
  return basic + firstPart + Math.max(0, counted - 1) * Number(further?.value ?? 0);
}
