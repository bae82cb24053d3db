import type { Facts } from "#app/domain/law/facts.ts";
import { cnEnforcementPeriod } from "#app/domain/law/limitation/cn.ts";
import { deTitledLimitationOf } from "#app/domain/law/limitation/de.ts";
import type { Limitation, LimitationRefusal } from "#app/domain/law/limitation.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/**
 * The last day on which the enforcement of a judgment or award can be applied for. Where the rows hold no such period (England and
 * Wales, the American states) it is refused, and whoever enforces must look it up.
 *
 * @see CN-ESC-20; DE-LIM-02
 */
export function enforcementPeriodOf(
  jurisdiction: string,
  facts: Facts,
  series: Series,
): Limitation | LimitationRefusal {
  const [country] = jurisdiction.split("-");
  if (country === "CN") return cnEnforcementPeriod(facts, series);
  if (country === "DE") return deTitledLimitationOf(facts);
  return { refused: true, rule: "X-09", reason: "unsupported", requires: ["limitation.lastDay"] };
}
