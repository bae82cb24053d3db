import type { Topic } from "#app/domain/law/calculator.ts";
import { calculateLine, decideLine, readDecideLine } from "#app/domain/law/interface.ts";

/** A line of `rung law` about England and Wales, answered; a line that cannot be read throws. */
export function calculated(topic: Topic, question: string, facts: object, at = "2026-11-02") {
  const answer = calculateLine(topic, { jurisdiction: "GB-EW", at, question, facts });
  if (!answer.ok) throw new Error(`${answer.error.path}: ${answer.error.message}`);
  return answer.value;
}

export function decided(at: string, action: object, facts: object) {
  const read = readDecideLine({ jurisdiction: "GB-EW", at, action, facts });
  if (!read.ok) throw new Error(`${read.error.path}: ${read.error.message}`);
  return decideLine(read.value);
}

/** A company's invoice to another, as a line tells it. */
export const invoice = {
  creditor: { kind: "business" },
  debtor: { kind: "company" },
  debt: { kind: "invoice_b2b", purpose: "commercial", principal: 5_000_00, currency: "GBP" },
};

/** A business that claims from a consumer, as a line tells it. */
export const consumerClaim = {
  case: { jurisdiction: "GB-EW" },
  creditor: { kind: "business" },
  debtor: { kind: "natural_consumer", residence: { country: "GB", city: "Leeds" } },
  debt: {
    kind: "services",
    purpose: "consumer",
    principal: 3_200_00,
    currency: "GBP",
    dueDate: "2025-12-01",
    regulatedCredit: false,
  },
};

/** A solicitor whose practising certificate was looked up in the register lately. */
export const solicitorLine = (verifiedAt: string) => ({
  kind: "lawyer",
  credentials: [
    {
      type: "bar_admission",
      number: "654321",
      territory: "GB-EW",
      status: "active",
      verifiedAt,
      expiresAt: "2027-10-31T00:00:00Z",
    },
  ],
});
