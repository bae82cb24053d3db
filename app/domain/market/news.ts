/** Collectors told at once of a new round, at least, as far as there are any: ring after ring until then. */
export const leastTold = 3;
/** Nobody is served by a round that hundreds were told of. */
export const mostTold = 50;
/** A round with fewer bids than this is thin. */
export const enoughBids = 2;

/** The parts of a round's time at which a thin one is told of further. */
const widenings = [1 / 2, 3 / 4, 7 / 8];

/** When a round's news goes further unless it has bids enough by then; null once no such moment is left. */
export function nextWidening(
  { opensAt, closesAt }: { opensAt: Date; closesAt: Date },
  now: Date,
): Date | null {
  const [from, length] = [opensAt.getTime(), closesAt.getTime() - opensAt.getTime()];
  const at = widenings.map((part) => from + length * part).find((moment) => moment > now.getTime());
  return at === undefined ? null : new Date(at);
}
