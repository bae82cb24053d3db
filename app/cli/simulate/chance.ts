/** A source of chance that one seed determines, so that a simulation can be played again. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 to below 1, by Tommy Ettinger's mulberry32: one 32-bit word of state, enough for a play, not for a secret. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let word = this.state;
    word = Math.imul(word ^ (word >>> 15), word | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)];
  }

  /** Log-normal: half of the draws lie below the median, and `spread` is the standard deviation of its logarithm (Box and Muller, 1958). */
  logNormal(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return median * Math.exp(spread * normal);
  }

  shuffled<T>(from: readonly T[]): T[] {
    const rest = [...from];
    for (let last = rest.length - 1; last > 0; last -= 1) {
      const at = this.whole(0, last);
      [rest[last], rest[at]] = [rest[at], rest[last]];
    }
    return rest;
  }
}

/** Draws with given weights, by bisecting their running sum. */
export class Wheel<T> {
  private readonly sums: number[] = [];

  constructor(
    private readonly items: readonly T[],
    weightOf: (item: T, rank: number) => number,
  ) {
    let sum = 0;
    for (const [rank, item] of items.entries()) {
      sum += weightOf(item, rank);
      this.sums.push(sum);
    }
  }

  draw(chance: Chance): T {
    const wanted = chance.next() * this.sums[this.sums.length - 1];
    let [low, high] = [0, this.sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sums[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return this.items[low];
  }
}
