import type { FeeCheck } from "#app/domain/tenders/fee-check.ts";
import { formatPercent } from "#app/messages/format.ts";
import type { T } from "#app/messages/translate.ts";
import { points } from "./fee-words.ts";

/** Expectations are no finer than a whole per cent. */
export const wholePercent = (basisPoints: number) => formatPercent(Math.round(basisPoints / 100) * 100);

/** How much room a fee leaves under the law's cap. */
export function capWords({ headroomBps, verdict }: Pick<FeeCheck, "headroomBps" | "verdict">, t: T): string {
  if (headroomBps !== null) return t("compare.cap_points", { points: points(headroomBps) });
  return verdict === "warn" ? t("compare.warned") : t("compare.no_cap");
}

/** Where a sum and the ends of its range lie on the way from nothing to the principal; the words beside it say the same. */
export function Range({ low, middle, high, of }: { low: number; middle: number; high: number; of: number }) {
  const at = (amount: number) => Math.min(100, Math.max(0, (amount / of) * 100));
  return (
    <svg className="range" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden>
      <rect className="range-track" x="0" y="3" width="100" height="6" />
      <rect className="range-span" x={at(low)} y="3" width={Math.max(1, at(high) - at(low))} height="6" />
      <rect className="range-mark" x={Math.max(0, at(middle) - 0.5)} y="0" width="1.4" height="12" />
    </svg>
  );
}
