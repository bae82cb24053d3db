/** Every table, for the client and for migrations; the one place that gathers them. */
export * from "./schema/accounts.ts";
export * from "./schema/advances.ts";
export * from "./schema/cases.ts";
export * from "./schema/contact.ts";
export * from "./schema/conversation.ts";
export * from "./schema/insurance.ts";
export * from "./schema/law.ts";
export * from "./schema/ledger.ts";
export * from "./schema/mandates.ts";
export * from "./schema/market.ts";
export * from "./schema/months.ts";
export * from "./schema/papers.ts";
export * from "./schema/payments.ts";
export * from "./schema/portfolios.ts";
export * from "./schema/tenders.ts";
export * from "./schema/texts.ts";
export * from "./schema/timeline.ts";
