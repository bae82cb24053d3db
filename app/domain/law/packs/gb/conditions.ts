import type { LawActionType } from "#app/domain/law/facts.ts";
import type { Condition, Row } from "#app/domain/law/pack.ts";
import { organisation, outbound } from "#app/domain/law/packs/acts.ts";

/** What the rows of England and Wales share. */
export const law = { force: "LAW", confidence: "high" } as const;
export const lawMedium = { force: "LAW", confidence: "medium" } as const;
export const regulator = { force: "REG", confidence: "medium" } as const;
export const pol = (provision: string): Pick<Row, "force" | "confidence" | "source"> => ({
  force: "POL",
  confidence: "high",
  source: { cite: `Rung platform policy: ${provision}`, effective: "1970-01-01" },
});

/** Conduct of litigation, enforcement included (LSA 2007 Sch. 2 para 4). */
export const enforcement = [
  "apply_enforcement",
  "county_court_warrant",
  "high_court_writ",
] as const satisfies LawActionType[];
export const litigation = [
  "file_suit",
  "default_judgment",
  ...enforcement,
] as const satisfies LawActionType[];
/** Letters that the law asks for before a claim, and the demand that opens an insolvency. */
export const formalLetters = [
  "demand_payment",
  "notice_of_intention",
  "statutory_demand",
] as const satisfies LawActionType[];
export const reaching = [
  ...outbound,
  "notice_of_intention",
  "statutory_demand",
] as const satisfies LawActionType[];
export const gbSteps = [...reaching, "mediation", ...litigation] as const satisfies LawActionType[];

export const individual: Condition = { fact: "debtor.kind", in: ["natural_consumer", "sole_trader"] };

/** The protocol binds whoever claims in business from an individual (PAP 1.1; GB-COV-01). */
export const pap: Condition = {
  all: [individual, { not: { fact: "creditor.kind", in: ["natural"], absentMeansNo: true } }],
};

/** A company's debt and a trade invoice are no regulated credit (GB-COV-03). */
const trade: Condition = { any: [organisation, { fact: "debt.kind", in: ["invoice_b2b"] }] };

/** Regulated credit or hire; whether an individual's debt is, is asked where it is not known. */
export const regulated: Condition = {
  any: [
    { fact: "debt.regulatedCredit", in: [true], absentMeansNo: true },
    { all: [{ not: trade }, { fact: "debt.regulatedCredit", in: [true] }] },
  ],
};

/** Whoever acts for another: an owner and its staff collect what is theirs. */
export const forAnother: Condition = {
  not: {
    fact: "actor.kind",
    in: ["creditor_self", "creditor_employee", "court", "enforcement_officer", "mediator"],
  },
};

export const inPerson: Condition = { fact: "actor.kind", in: ["creditor_self", "creditor_employee"] };
