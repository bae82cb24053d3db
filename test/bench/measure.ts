/** Seconds of processor time this process has used. Unlike the clock on the wall it does not count what others run meanwhile. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Operations a second of processor time, after a warm-up of the same work. */
export function rate(work: () => void, seconds = 0.5): number {
  run(work, seconds / 5);
  return run(work, seconds);
}

function run(work: () => void, seconds: number): number {
  const start = processorSeconds();
  let done = 0;
  let used = 0;
  while (used < seconds) {
    for (let each = 0; each < 64; each += 1) work();
    done += 64;
    used = processorSeconds() - start;
  }
  return done / used;
}

/** The same for work that must be awaited, one after the other. */
export async function rateAwaited(work: () => Promise<unknown>, seconds = 0.5): Promise<number> {
  const until = async (limit: number) => {
    const start = processorSeconds();
    let done = 0;
    let used = 0;
    while (used < limit) {
      for (let each = 0; each < 8; each += 1) await work();
      done += 8;
      used = processorSeconds() - start;
    }
    return done / used;
  };
  await until(seconds / 5);
  return until(seconds);
}

/** Ours and the peer's in turn, `pairs` times; the medians, since shared machines drift. */
export async function inPairs(
  pairs: number,
  ours: () => Promise<number> | number,
  peer: () => Promise<number> | number,
): Promise<{ figure: number; peerFigure: number; ratio: number }> {
  const found: [number, number][] = [];
  for (let pair = 0; pair < pairs; pair += 1) found.push([await ours(), await peer()]);
  return {
    figure: rounded(median(found.map(([own]) => own))),
    peerFigure: rounded(median(found.map(([, other]) => other))),
    ratio: rounded(median(found.map(([own, other]) => own / other))),
  };
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
};
/** Four digits: more would claim a precision that a shared machine does not have. */
export const rounded = (value: number): number => Number(value.toPrecision(4));
