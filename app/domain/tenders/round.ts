import type { FeeModel } from "./terms.ts";

type Window = { status: string; opensAt: Date; closesAt: Date };

/** Open by the clock, whatever the worker has got round to: at `closesAt` it is over. */
export const isOpen = ({ status, opensAt, closesAt }: Window, now: Date): boolean =>
  status === "open" && opensAt <= now && now < closesAt;

/** Fewer bids than this are no choice. */
const enoughBids = 2;

/**
 * Until when a round whose time is over goes on, because fewer than two bids lie in it: as long again, counted from its own end and
 * not from whenever it is looked at. Null where it does not: it was extended once, there is a choice, or that time is over as well.
 */
export function extendedUntil(
  round: Window & { extendedAt: Date | null },
  bids: number,
  now: Date,
): Date | null {
  if (round.status !== "open" || round.extendedAt || bids >= enoughBids || now < round.closesAt) return null;
  const until = new Date(2 * round.closesAt.getTime() - round.opensAt.getTime());
  return now < until ? until : null;
}

/** Questions end when a sixth of the round is left, a day before its close at the most, so that an answer can still be bid on. */
export function questionsUntil({ opensAt, closesAt }: Omit<Window, "status">): Date {
  const sixth = (closesAt.getTime() - opensAt.getTime()) / 6;
  return new Date(closesAt.getTime() - Math.min(sixth, 24 * 3_600_000));
}

export const hoursAfter = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

/** How many hours a round took bids, for another one like it. */
export const hoursOf = ({ opensAt, closesAt }: Omit<Window, "status">): number =>
  (closesAt.getTime() - opensAt.getTime()) / 3_600_000;

/** An award that is not signed by then is offered anew. */
export const signWithinHours = 72;

export type RoundTerms = {
  hours: number;
  scope: string;
  feeModels: readonly FeeModel[];
  territories: readonly string[];
};

/** What a new round changes against the one before, as the timeline keeps it; null when it asks no wider. */
export function widening(before: RoundTerms, after: RoundTerms): Record<string, string | number> | null {
  const added = (now: readonly string[], then: readonly string[]) =>
    now.filter((each) => !then.includes(each));
  const models = added(after.feeModels, before.feeModels);
  const places = added(after.territories, before.territories);
  const changes = {
    ...(after.hours > before.hours ? { hours: after.hours } : {}),
    ...(models.length > 0 ? { feeModels: models.join(",") } : {}),
    ...(places.length > 0 ? { territories: places.join(",") } : {}),
    ...(after.scope !== before.scope ? { scope: after.scope } : {}),
  };
  return Object.keys(changes).length > 0 ? changes : null;
}

export const bidStates = ["sealed", "withdrawn", "opened", "won", "ended", "lost", "void"] as const;
export type BidState = (typeof bidStates)[number];

type BidFacts = {
  withdrawnAt: Date | null;
  openedAt: Date | null;
  roundStatus: "open" | "closed" | "awarded" | "void";
  /** Status of the award made on this very bid, if any. */
  awardStatus: "active" | "engaged" | "lapsed" | "ended" | null;
  /** Another bid of the round has an award in force. */
  otherAwarded: boolean;
};

/** How a bid stands in its bidder's eyes. Nothing here depends on what others offered. */
export function bidState(bid: BidFacts): BidState {
  if (bid.withdrawnAt) return "withdrawn";
  if (bid.awardStatus === "ended") return "ended";
  if (bid.awardStatus && bid.awardStatus !== "lapsed") return "won";
  if (bid.awardStatus === "lapsed" || bid.otherAwarded) return "lost";
  if (bid.roundStatus === "void") return bid.openedAt ? "lost" : "void";
  return bid.openedAt ? "opened" : "sealed";
}
