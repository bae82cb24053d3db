import type Stripe from "stripe";
import { book } from "./balance.ts";
import { invalid } from "./refusal.ts";
import { idOf, newId, type Turn } from "./turn.ts";

/** What the provider keeps for a dispute, in minor units; it is not given back. */
const disputeFee = 1500;
const answerDays = 9;

/** A chargeback, or a bank's question before one. */
export type DisputeKind = "chargeback" | "inquiry";

/** With a chargeback the cardholder's bank takes the whole charge back and the fee with it, before anybody is heard; a question takes nothing. */
export function openDispute(
  turn: Turn,
  chargeId: string,
  reason: string,
  kind: DisputeKind = "chargeback",
): Stripe.Dispute {
  const charge = turn.need("charge", chargeId, "charge");
  if (!charge.captured || charge.disputed) throw invalid(`Charge ${chargeId} cannot be disputed.`);
  const id = newId("dp");
  const withdrawn = kind === "chargeback" ? [withdraw(turn, id, charge)] : [];
  const dispute = turn.put("dispute", {
    id,
    object: "dispute",
    amount: charge.amount_captured,
    balance_transactions: withdrawn,
    charge: charge.id,
    created: turn.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: turn.now + answerDays * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "manual",
    },
    intended_submission_method: null,
    is_charge_refundable: kind === "inquiry",
    livemode: false,
    metadata: {},
    payment_intent: idOf(charge.payment_intent),
    payment_method_details: {
      card: { brand: "visa", case_type: kind, network: "visa", network_reason_code: "10.4" },
      type: "card",
    },
    reason,
    status: kind === "inquiry" ? "warning_needs_response" : "needs_response",
  } satisfies Stripe.Dispute);
  turn.put("charge", { ...charge, disputed: true });
  turn.tell("charge.dispute.created", dispute);
  if (kind === "chargeback") turn.tell("charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

const withdraw = (turn: Turn, source: string, { id, amount_captured, currency }: Stripe.Charge) =>
  book(turn, {
    amount: -amount_captured,
    currency,
    type: "adjustment",
    category: "dispute",
    source,
    description: `Chargeback withdrawal for ${id}`,
    fees: [
      { amount: disputeFee, application: null, currency, description: "Dispute fee", type: "stripe_fee" },
    ],
  });

const noEvidence: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

export function answerDispute(turn: Turn, id: string, params: Stripe.DisputeUpdateParams): Stripe.Dispute {
  const dispute = openOne(turn, id);
  const answered = turn.put("dispute", {
    ...dispute,
    evidence: { ...dispute.evidence, ...(params.evidence as Partial<Stripe.Dispute.Evidence>) },
    evidence_details: {
      ...dispute.evidence_details,
      has_evidence: true,
      submission_count: params.submit === false ? 0 : 1,
    },
    metadata: { ...dispute.metadata, ...(params.metadata as Stripe.Metadata) },
    status: params.submit === false ? dispute.status : underReview(dispute),
  });
  turn.tell("charge.dispute.updated", answered);
  return answered;
}

const isInquiry = ({ status }: Stripe.Dispute) => status.startsWith("warning_");
const underReview = (dispute: Stripe.Dispute) =>
  isInquiry(dispute) ? "warning_under_review" : "under_review";

/** Ends a dispute before it is a chargeback: the bank lets the question rest, or the network has settled it with the cardholder. */
export function endBefore(turn: Turn, id: string, status: "warning_closed" | "prevented"): Stripe.Dispute {
  const dispute = openOne(turn, id);
  if (status === "warning_closed" && !isInquiry(dispute)) throw invalid("This dispute is a chargeback.");
  const closed = turn.put("dispute", { ...dispute, status });
  turn.tell("charge.dispute.closed", closed);
  return closed;
}

/** Ends a dispute: won, the money comes back (the fee does not); lost or conceded, it stays away. */
export function closeDispute(turn: Turn, id: string, won: boolean): Stripe.Dispute {
  const dispute = openOne(turn, id);
  const back = won
    ? [
        book(turn, {
          amount: dispute.amount,
          currency: dispute.currency,
          type: "adjustment",
          category: "dispute_reversal",
          source: dispute.id,
          description: `Chargeback reversal for ${idOf(dispute.charge)}`,
        }),
      ]
    : [];
  const closed = turn.put("dispute", {
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, ...back],
    status: won ? "won" : "lost",
  });
  if (won) {
    const charge = turn.need("charge", idOf(dispute.charge)!);
    turn.put("charge", { ...charge, disputed: false });
    turn.tell("charge.dispute.funds_reinstated", closed);
  }
  turn.tell("charge.dispute.closed", closed);
  return closed;
}

function openOne(turn: Turn, id: string): Stripe.Dispute {
  const dispute = turn.need("dispute", id);
  if (["won", "lost", "warning_closed", "prevented"].includes(dispute.status))
    throw invalid("This dispute is already closed.");
  return dispute;
}
