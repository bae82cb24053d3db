import type { Facts } from "#app/domain/law/facts.ts";
import { allocate, type Owed } from "#app/domain/law/money/allocate.ts";
import { type AllocationOrder, allocationOrder } from "#app/domain/law/money/allocation-order.ts";
import { type ClaimQuestion, type ClaimToday, interestOf } from "#app/domain/timeline/claim-today.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";

export type PaymentReceived = { id: string; on: string; amount: number };

/** What one payment paid, in minor units; the parts add up to it. */
export type SetOff = Owed & {
  over: number;
  unassigned: number;
  /** Why nothing of it is assigned: a key of `law.reason.*`, or `no_order`; null where it is. */
  reason: string | null;
};

export type SetOffs = {
  order: AllocationOrder | null;
  payments: (PaymentReceived & { setOff: SetOff })[];
  principalLeft: number;
  /** How the debt stands at the end of the day asked about, or why that cannot be told. */
  end: State | string;
};

export type SetOffQuestion = Omit<ClaimQuestion, "events" | "today" | "known"> & {
  known?: Facts;
  payments: readonly PaymentReceived[];
  /** What courts were paid, and when: costs of the debt from that day on. */
  courtCosts?: readonly { on: string; amount: number }[];
  /** The day to whose end the debt is brought; the day of the last payment where none is named. */
  until?: string;
};

/** Interest that ran on one principal: until a payment lessened it, or the day asked about. */
export type Accrual = { principal: number; interest: Extract<ClaimToday["interest"], { kind: "counted" }> };
export type State = {
  owed: Owed;
  /** The first day whose interest is not counted yet, and the last whose court costs are. */
  since: string;
  countedTo: string;
  /** Of the costs what the law gives once besides the interest, and what courts were paid. */
  costs: number;
  accruals: readonly Accrual[];
};

const nothing = { costs: 0, interest: 0, principal: 0, over: 0, unassigned: 0, reason: null };

/**
 * Sets payments off in the order of their days, each by the pack's order and by what was owed on its day: interest runs on the principal
 * that was left. What the law gives once besides the interest counts as costs (BGB 288(5) sets it off against them), and so does what courts
 * were paid. Where no order is
 * on file, or the interest of the day cannot be told, the payment and those after it stay unassigned: nothing is guessed.
 */
export function setOffs({ payments, courtCosts = [], until, ...question }: SetOffQuestion): SetOffs {
  const { claim } = question.answers;
  const order = allocationOrder(question.jurisdiction, {
    ...question.known,
    debt: { ...question.known?.debt, kind: claim.kind, purpose: claim.purpose },
    debtor: { ...question.known?.debtor, kind: question.answers.debtor.kind },
    creditor: { kind: claim.creditorKind },
  });
  const owed = { costs: 0, interest: 0, principal: claim.principal };
  let state: State | string = { owed, since: addDays(claim.dueOn, 1), countedTo: "", costs: 0, accruals: [] };
  const inOrder = payments.toSorted((a, b) =>
    a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1,
  );
  const done: SetOffs["payments"] = [];
  for (const payment of inOrder) {
    state = order ? reached(question, state, { on: payment.on, courtCosts }) : "no_order";
    if (typeof state === "string" || !order) {
      const reason: string = typeof state === "string" ? state : "no_order";
      done.push({ ...payment, setOff: { ...nothing, unassigned: payment.amount, reason } });
      continue;
    }
    const { allocation, over } = allocate(payment.amount, state.owed, order.order);
    done.push({ ...payment, setOff: { ...nothing, ...allocation, over } });
    state = { ...state, owed: less(state.owed, allocation) };
  }
  const assigned = done.reduce((sum, { setOff }) => sum + setOff.principal, 0);
  const end = until ? reached(question, state, { on: until, courtCosts }) : state;
  return { order, payments: done, principalLeft: claim.principal - assigned, end };
}

const less = (owed: Owed, paid: Owed): Owed => ({
  costs: owed.costs - paid.costs,
  interest: owed.interest - paid.interest,
  principal: owed.principal - paid.principal,
});

/** The parts of a payment as papers say them. */
export const partsOf = ({ costs, interest, principal, over, unassigned }: SetOff) => ({
  ...{ costs: String(costs), interest: String(interest), principal: String(principal) },
  ...{ over: String(over), unassigned: String(unassigned) },
});

type Question = Omit<SetOffQuestion, "payments" | "courtCosts" | "until">;
type Reaching = { on: string; courtCosts: readonly { on: string; amount: number }[] };

/** What is owed at the end of a day, or the reason it cannot be told. The fixed sum falls due with the first interest. */
function reached(question: Question, state: State | string, { on, courtCosts }: Reaching): State | string {
  if (typeof state === "string") return state;
  const { owed, since, countedTo, costs, accruals } = state;
  const first = since === addDays(question.answers.claim.dueOn, 1);
  const spent = courtCosts.reduce(
    (sum, each) => (each.on > countedTo && each.on <= on ? sum + each.amount : sum),
    0,
  );
  const interest = interestOf({ ...question, today: on, principal: owed.principal, since });
  if (interest.kind === "refused") return interest.reason;
  const counted = interest.kind === "counted" ? interest : null;
  if (counted?.shownTo && counted.shownTo < on) return "stale_rate";
  const more = spent + (counted && first ? (counted.fixedSum ?? 0) : 0);
  return {
    owed: { ...owed, costs: owed.costs + more, interest: owed.interest + (counted?.amount ?? 0) },
    since: counted ? addDays(on, 1) : since,
    countedTo: on,
    costs: costs + more,
    accruals: counted ? [...accruals, { principal: owed.principal, interest: counted }] : accruals,
  };
}
