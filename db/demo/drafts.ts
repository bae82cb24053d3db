import type { Draft } from "./play.ts";

const goal = { goal: "up_to_lawsuit", feeModels: ["success", "fixed", "hybrid"], windowHours: "24" };
const untouched = { disputed: "no", judgment: "no" };

type Dates = { contractOn: string; dueOn: string };

/** An unpaid invoice between two invented companies in a US state. */
export const invoiceDraft = (
  {
    state,
    debtor,
    principal,
    reference,
  }: { state: string; debtor: string; principal: string; reference: string },
  dates: Dates,
): Draft => ({
  debtor: {
    kind: "company",
    name: debtor,
    country: "US",
    province: state,
    city: state === "US-NY" ? state : "",
    email: "accounts@debtor.example",
    address: "1 Demo Street",
  },
  claim: {
    kind: "invoice_b2b",
    purpose: "commercial",
    creditorKind: "business",
    principal,
    currency: "USD",
    reference,
    written: "yes",
    interest: "none",
    assigned: "no",
    description: "Goods delivered and accepted; the invoice was not paid. Invented for the demo.",
    ...dates,
  },
  history: untouched,
  goal,
});

/** A private loan to an invented person in Shenzhen. */
export const shenzhenDraft = (dates: Dates): Draft => ({
  debtor: {
    kind: "natural_consumer",
    name: "演示债务人甲",
    country: "CN",
    province: "CN-440000",
    city: "CN-440300",
  },
  claim: {
    kind: "loan_private",
    purpose: "consumer",
    creditorKind: "natural",
    principal: "80000",
    currency: "CNY",
    reference: "DEMO-SZ-1",
    written: "yes",
    interest: "agreed",
    agreedRate: "10",
    assigned: "no",
    description: "有书面借据的民间借贷，到期未还。演示数据。",
    ...dates,
  },
  history: untouched,
  goal,
});
