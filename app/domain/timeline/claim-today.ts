import type { KeptAnswers } from "#app/domain/cases/answers.ts";
import type { Facts, Hold } from "#app/domain/law/facts.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import { paymentSums } from "#app/domain/ledger/payments-received.ts";
import type { TimelineEvent } from "./events.ts";
import { addDays } from "./local-time.ts";

/** `amount` is rounded for show; the sum is rounded once. */
type Segment = { from: string; to: string; days: number; rate: string; amount: number };

/** What is asked for on a day: amounts in minor units of the claim's currency. */
export type ClaimToday = {
  currency: string;
  principal: number;
  interest:
    | { kind: "none" }
    /** `reason` is a key of `law.reason.*`. */
    | { kind: "refused"; reason: string }
    | {
        kind: "counted";
        amount: number;
        segments: Segment[];
        /** The last verified day of the rate table, when it ends before the day asked about. */
        shownTo: string | null;
        /** What the law gives once besides the interest: LPCDA s.5A, BGB 288(5). */
        fixedSum: number | null;
        /** What one more day adds, where a claim must state it. */
        dailyAmount: number | null;
        citation: string;
        /** What a reader must know beside the figure; keys of `law.reason.*`. */
        notes: string[];
      };
  payments: { count: number; amount: number };
  /** What courts were paid for the claim by now, where an order of set-off is on file that counts it. */
  courtCosts: number;
  total: number;
};

export type ClaimQuestion = {
  jurisdiction: string;
  answers: Pick<KeptAnswers, "claim" | "debtor">;
  events: readonly Pick<TimelineEvent, "id" | "type" | "payload">[];
  /** Civil date at the forum. */
  today: string;
  /** What has become known of the case besides: in Germany, what put the debtor in default. */
  known?: Pick<Facts, "debt" | "debtor" | "notices" | "verzugFrom">;
  /** Pauses on record; some of them stop interest. */
  holds?: readonly Hold[];
  /** Rates as the law book has them. */
  series: Series;
  courtCosts?: readonly { on: string; amount: number }[];
};

/** Principal, interest to the day and payments received. A figure that must not be made is left out and says why. */
export function claimToday({ events, courtCosts = [], ...question }: ClaimQuestion): ClaimToday {
  const interest = interestOf(question);
  const { claim } = question.answers;
  const received = [...paymentSums(events).values()].filter((amount) => amount > 0);
  const paid = received.reduce((sum, amount) => sum + amount, 0);
  const costs = courtCosts.reduce((sum, { on, amount }) => (on <= question.today ? sum + amount : sum), 0);
  return {
    currency: claim.currency,
    principal: claim.principal,
    interest,
    payments: { count: received.length, amount: paid },
    courtCosts: costs,
    total:
      claim.principal +
      costs +
      (interest.kind === "counted" ? interest.amount + (interest.fixedSum ?? 0) : 0) -
      paid,
  };
}

/** Of what, and from when; the whole principal from the day after the due date, where that is not said. */
type Part = { principal?: number; since?: string };

/** To the day asked about, that day counted. A claim for no interest asks for none. */
export function interestOf({
  jurisdiction,
  answers,
  known = {},
  holds = [],
  today,
  series,
  principal = answers.claim.principal,
  since = addDays(answers.claim.dueOn, 1),
}: Omit<ClaimQuestion, "events"> & Part): ClaimToday["interest"] {
  const { claim, debtor } = answers;
  if (claim.interest === "none" || principal === 0 || since > today) return { kind: "none" };
  const from = addDays(claim.dueOn, 1);
  const facts: Facts = {
    ...known,
    debt: {
      ...known.debt,
      kind: claim.kind,
      purpose: claim.purpose,
      principal,
      currency: claim.currency,
      contractDate: claim.contractOn ?? null,
      dueDate: claim.dueOn,
      breachOn: from,
      agreedRate: claim.interest === "agreed" ? (claim.agreedRate ?? "unknown") : null,
    },
    creditor: { kind: claim.creditorKind },
    debtor: { ...known.debtor, kind: debtor.kind },
    holds: [...holds],
  };
  const found = interestOn({ jurisdiction, facts, from: since, to: today, beyond: "shown", series });
  if (found.refused) return { kind: "refused", reason: found.reason };
  const { amount, segments, shownTo = null, fixedSum = null, dailyAmount = null, citation, notes } = found;
  // That a rate table ends is said with its day.
  const besides = notes.flatMap(({ key }) => (key === "stale_rate" ? [] : [key]));
  return { kind: "counted", amount, segments, shownTo, fixedSum, dailyAmount, citation, notes: besides };
}
