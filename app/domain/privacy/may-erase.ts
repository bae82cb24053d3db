import type { CaseStatus } from "#app/domain/cases/moves.ts";
import type { Hold } from "#app/domain/law/facts.ts";
import type { RetentionRow } from "./retention.data.ts";
import { type Kept, longestTerm, type Term, termsAhead, termsOf } from "./retention.ts";

/** Why a debtor's data is kept for now, beside the terms. */
export const obstacles = [
  "claim_open",
  "pause_runs",
  "report_waits",
  "money_held",
  "message_on_its_way",
] as const;
export type Obstacle = (typeof obstacles)[number];

export type Standing = {
  status: CaseStatus;
  kept: Kept;
  holds: readonly Hold[];
  /** Reports of conduct without a verdict. */
  reportsWaiting: number;
  /** Whether anybody holds money of the case, or an alarm about its money is open. */
  moneyHeld: boolean;
  /** Messages to the debtor that went out and of which nothing is known yet. */
  onTheirWay: number;
  now: Date;
  /** Civil date where the debtor lives. */
  today: string;
};

export type Erasable = {
  obstacles: Obstacle[];
  terms: Term[];
  longest: Term | null;
  /** What will have to be kept too, once that has happened which it is counted from. */
  ahead: RetentionRow[];
  allowed: boolean;
};

/**
 * May a debtor's data be erased now? Reports everything that stands against it, so that whoever asked is told the whole of it. A pause without an end
 * ends with its claim; one whose end is known is waited for.
 */
export function mayErase({ status, kept, holds, now, today, ...rest }: Standing): Erasable {
  const isOver = status === "closed" || status === "refused";
  const found: Record<Obstacle, boolean> = {
    claim_open: !isOver,
    pause_runs: holds.some(({ endsAt }) => isAhead(endsAt, now)),
    report_waits: rest.reportsWaiting > 0,
    money_held: rest.moneyHeld,
    message_on_its_way: rest.onTheirWay > 0,
  };
  const against = obstacles.filter((each) => found[each]);
  const longest = longestTerm(kept);
  const hasEnded = longest !== null && longest.endedOn <= today;
  const allowed = against.length === 0 && hasEnded;
  return { obstacles: against, terms: termsOf(kept), longest, ahead: termsAhead(kept), allowed };
}

const isAhead = (endsAt: Hold["endsAt"], now: Date): boolean =>
  typeof endsAt === "string" && endsAt !== "unknown" && new Date(endsAt) > now;
