/** How long a firm's mandates took from the award to their end, in months begun: eight of ten lie between. */
export type TimeTaken = { least: number; most: number; cases: number };

/** Days of an average month: a duration has no month of its own. */
const month = 30.44;
const tail = 0.1;

/** Null where no mandate has ended: nothing is said of a firm that is new here. */
export function timeTaken(days: readonly number[]): TimeTaken | null {
  if (days.length === 0) return null;
  const sorted = [...days].sort((a, b) => a - b);
  const left = Math.floor(tail * sorted.length);
  const months = (at: number) => Math.max(1, Math.ceil(sorted[at] / month));
  return { least: months(left), most: months(sorted.length - 1 - left), cases: sorted.length };
}
