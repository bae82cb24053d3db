/** What happened, counted as it happens. Times of the product's clock in milliseconds; `spent` in milliseconds of the machine's. */
export type RoundRecord = {
  placeCode: string;
  country: string;
  openedAt: number;
  closesAt: number;
  /** Minor units. */
  principal: number;
  /** Firms that the product told of it. */
  told: number;
  firstBidAt: number | null;
  bids: number;
};

export class Tally {
  readonly rounds = new Map<string, RoundRecord>();
  /** Refusals that must come, by what was tried and how it was refused. */
  readonly refused = new Map<string, number>();
  /** What must not have happened, in words; none in a market without a broken rule. */
  readonly broken: string[] = [];
  /** How long each kind of work took. */
  readonly spent = new Map<string, number[]>();
  browsed = 0;
  awarded = 0;

  refusal(tried: string, kind: string): void {
    const key = `${tried}: ${kind}`;
    this.refused.set(key, (this.refused.get(key) ?? 0) + 1);
  }

  /** Runs one piece of the product's work and keeps how long it took. */
  async timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      const times = this.spent.get(what) ?? [];
      times.push(performance.now() - start);
      this.spent.set(what, times);
    }
  }
}

/** The value below which a share of the values lies (nearest rank); null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? null;
}
