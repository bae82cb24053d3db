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
    phone: "+1 415 555 0142",
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

/** Unpaid work in the home of an invented person in London. */
export const londonDraft = (dates: Dates): Draft => ({
  debtor: {
    kind: "natural_consumer",
    name: "Demo Debtor E",
    country: "GB",
    province: "GB-EW",
    email: "debtor-e@debtor.example",
    address: "1 Demo Street, London SW99 9ZZ",
  },
  claim: {
    kind: "services",
    purpose: "consumer",
    creditorKind: "business",
    principal: "6,480.00",
    currency: "GBP",
    reference: "DEMO-LON-1",
    written: "yes",
    interest: "statutory",
    assigned: "no",
    regulatedCredit: "no",
    description: "A kitchen fitted and accepted; the balance was not paid. Invented for the demo.",
    ...dates,
  },
  history: untouched,
  goal,
});

/** An unpaid invoice to an invented company in Berlin, received on the day it fell due. */
export const berlinDraft = (dates: Dates): Draft => ({
  debtor: {
    kind: "company",
    name: "Demo Schuldnerin F GmbH",
    country: "DE",
    province: "DE-BE",
    email: "buchhaltung@debtor.example",
    address: "Demostraße 1, 10115 Berlin",
  },
  claim: {
    kind: "invoice_b2b",
    purpose: "commercial",
    creditorKind: "business",
    principal: "8,400.00",
    currency: "EUR",
    reference: "DEMO-BER-1",
    written: "yes",
    interest: "statutory",
    assigned: "no",
    dueAgreed: "no",
    invoiceReceivedOn: dates.dueOn,
    description: "Machine parts delivered and accepted; the invoice was not paid. Invented for the demo.",
    ...dates,
  },
  history: untouched,
  goal,
});

/** Unpaid work for an invented person in Berlin; the invoice said nothing of default. */
export const berlinConsumerDraft = (dates: Dates): Draft => ({
  debtor: {
    kind: "natural_consumer",
    name: "Demo Schuldner G",
    country: "DE",
    province: "DE-BE",
    address: "Demostraße 2, 10115 Berlin",
  },
  claim: {
    kind: "services",
    purpose: "consumer",
    creditorKind: "business",
    principal: "2,800.00",
    currency: "EUR",
    reference: "DEMO-BER-2",
    written: "yes",
    interest: "statutory",
    assigned: "no",
    dueAgreed: "no",
    invoiceReceivedOn: dates.dueOn,
    invoiceHint: "no",
    description: "A bathroom tiled and accepted; the invoice was not paid. Invented for the demo.",
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
