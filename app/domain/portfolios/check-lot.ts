import type { FeeCheck } from "#app/domain/tenders/fee-check.ts";
import { recoveryLevels } from "#app/domain/tenders/fees.ts";
import type { LotSpread } from "./bands.ts";
import { type BandCheck, checkBands, type LotClaim, severity, workedOver } from "./lot-fees.ts";
import type { BandRate } from "./lot-terms.ts";

/** `bands`: those with a rate so far. `whole`: the lot worked through at every level; null until each band has its rate. */
export type LotCheck = { bands: BandCheck[]; whole: FeeCheck | null };

/** Works rates through over a lot and holds each against the law's cap. The whole is as lawful as its worst band. */
export function checkLot(rates: readonly BandRate[], spread: LotSpread, claim: LotClaim): LotCheck {
  const rated = spread.cells.filter((cell) =>
    rates.some(({ amount, age }) => amount === cell.amount && age === cell.age),
  );
  const bands = checkBands(rates, { ...spread, cells: rated }, claim);
  if (bands.length === 0 || rated.length < spread.cells.length) return { bands, whole: null };
  const worst = bands.reduce((one, other) => (isWorse(other.check, one.check) ? other : one)).check;
  const levels = recoveryLevels.map((level) => {
    const share = level * 100;
    const { recovered, fee, net } = workedOver(
      rates,
      spread.cells.map((cell) => ({ cell, share })),
    );
    // Caps are the bands', so that the whole has none of its own.
    return { level, recovered, fee, net, cap: null, over: false };
  });
  return { bands, whole: { ...worst, levels } };
}

/** Of two bands as lawful, the one with less to spare. */
function isWorse(one: FeeCheck, other: FeeCheck): boolean {
  if (one.verdict !== other.verdict) return severity[one.verdict] > severity[other.verdict];
  if (one.headroomBps === null) return false;
  return other.headroomBps === null || one.headroomBps < other.headroomBps;
}
