import type { Facts } from "#app/domain/law/facts.ts";
import { allocate, type Owed } from "#app/domain/law/money/allocate.ts";
import { type AllocationOrder, allocationOrder } from "#app/domain/law/money/allocation-order.ts";
import { type ClaimQuestion, interestOf } from "#app/domain/timeline/claim-today.ts";
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
};

export type SetOffQuestion = Omit<ClaimQuestion, "events" | "today" | "known"> & {
  known?: Facts;
  payments: readonly PaymentReceived[];
  /** What courts were paid, and when: costs of the debt from that day on. */
  courtCosts?: readonly { on: string; amount: number }[];
};
type State = { owed: Owed; since: string };

const nothing = { costs: 0, interest: 0, principal: 0, over: 0, unassigned: 0, reason: null };

/**
 * Sets payments off in the order of their days, each by the pack's order and by what was owed on its day: interest runs on the principal
 * that was left. What the law gives once besides the interest counts as costs (BGB 288(5) sets it off against them), and so does what courts
 * were paid. Where no order is
 * on file, or the interest of the day cannot be told, the payment and those after it stay unassigned: nothing is guessed.
 */
export function setOffs({ payments, courtCosts = [], ...question }: SetOffQuestion): SetOffs {
  const { claim } = question.answers;
  const order = allocationOrder(question.jurisdiction, {
    ...question.known,
    debt: { ...question.known?.debt, kind: claim.kind, purpose: claim.purpose },
    debtor: { ...question.known?.debtor, kind: question.answers.debtor.kind },
    creditor: { kind: claim.creditorKind },
  });
  let state: State | string = order
    ? { owed: { costs: 0, interest: 0, principal: claim.principal }, since: addDays(claim.dueOn, 1) }
    : "no_order";
  const inOrder = payments.toSorted((a, b) =>
    a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1,
  );
  const done: SetOffs["payments"] = [];
  let counted = "";
  for (const payment of inOrder) {
    if (typeof state !== "string") state = accrued(question, state, payment.on);
    const costs = courtCosts.reduce(
      (sum, { on, amount }) => (on > counted && on <= payment.on ? sum + amount : sum),
      0,
    );
    counted = payment.on;
    if (typeof state !== "string")
      state = { ...state, owed: { ...state.owed, costs: state.owed.costs + costs } };
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
  return { order, payments: done, principalLeft: claim.principal - assigned };
}

const less = (owed: Owed, paid: Owed): Owed => ({
  costs: owed.costs - paid.costs,
  interest: owed.interest - paid.interest,
  principal: owed.principal - paid.principal,
});

/** What is owed at the end of a day, or the reason it cannot be told. The fixed sum falls due with the first interest. */
function accrued(
  question: Omit<SetOffQuestion, "payments">,
  { owed, since }: State,
  on: string,
): State | string {
  const interest = interestOf({ ...question, today: on, principal: owed.principal, since });
  if (interest.kind === "none") return { owed, since };
  if (interest.kind === "refused") return interest.reason;
  if (interest.shownTo && interest.shownTo < on) return "stale_rate";
  const first = since === addDays(question.answers.claim.dueOn, 1);
  const costs = owed.costs + (first ? (interest.fixedSum ?? 0) : 0);
  return { owed: { ...owed, costs, interest: owed.interest + interest.amount }, since: addDays(on, 1) };
}
