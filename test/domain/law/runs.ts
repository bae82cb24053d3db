/**
 * How often a property is tried: enough for every run of the tests, and as many more as the proof asks for. The proof gives each of its
 * parts a seed of its own.
 */
export function runs(): { numRuns: number; seed?: number } {
  const { LAW_RUNS, LAW_SEED } = process.env;
  return { numRuns: Number(LAW_RUNS ?? 500), ...(LAW_SEED && { seed: Number(LAW_SEED) }) };
}

/** Milliseconds that a property may take: a machine may be busy, and a proof takes its time. */
export const patience = process.env.LAW_RUNS ? 3_600_000 : 120_000;
