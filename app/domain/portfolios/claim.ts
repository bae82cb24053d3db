import type { ClaimCurrency } from "#app/domain/cases/amount.ts";
import type {
  CaseAnswers,
  creditorKinds,
  debtKinds,
  debtorKinds,
  yesNoUnknown,
} from "#app/domain/cases/answers.ts";

export type DebtorKind = (typeof debtorKinds)[number];
export type DebtKind = (typeof debtKinds)[number];

/** Whether a claim can still be sued upon; `unknown` where the law or the file does not say enough. */
export const standings = ["open", "unknown", "barred"] as const;
export type Standing = (typeof standings)[number];

/** What holds for every row of a file that says nothing else itself. */
export type FileTerms = {
  /** Where debtors live when a row names no country. */
  country: string | null;
  currency: ClaimCurrency | null;
  /** Of a debtor whose kind no column and no company form tells; null: such a row is refused. */
  debtorKind: DebtorKind | null;
  claimKind: DebtKind;
  creditorKind: (typeof creditorKinds)[number];
  written: (typeof yesNoUnknown)[number];
};

/** A claim as one row states it. Money in minor units, dates civil; absent text is empty. */
export type ImportedClaim = {
  rowNo: number;
  debtorName: string;
  debtorKind: DebtorKind;
  placeCode: string;
  /** The province, state or Land: what lots are made by. */
  region: string;
  jurisdiction: string;
  principal: number;
  currency: ClaimCurrency;
  claimKind: DebtKind;
  dueOn: string;
  limitationLast: string | null;
  standing: Standing;
  identity: Identity;
};

/** All of a claim that is kept sealed. */
export type Identity = {
  name: string;
  address: string;
  email: string;
  phone: string;
  reference: string;
  lender: string;
  contractOn: string;
  lastPaymentOn: string;
  description: string;
};

const identityParts = [
  "name",
  "address",
  "email",
  "phone",
  "reference",
  "lender",
  "contractOn",
  "lastPaymentOn",
  "description",
] as const;

/** One short text a row, in the order of `identityParts`. */
export const packIdentity = (identity: Identity): string =>
  JSON.stringify(identityParts.map((part) => identity[part]));

export function unpackIdentity(text: string): Identity {
  const values: string[] = JSON.parse(text);
  return Object.fromEntries(identityParts.map((part, at) => [part, values[at] ?? ""])) as Identity;
}

export const purposeOf = (kind: DebtorKind): CaseAnswers["claim"]["purpose"] =>
  kind === "natural_consumer" ? "consumer" : "commercial";

type Stated = Pick<
  ImportedClaim,
  "debtorKind" | "placeCode" | "principal" | "currency" | "claimKind" | "dueOn"
> & {
  identity: Identity;
};

/** The answers that the wizard would have asked for, from a row and the terms of its file. */
export function answersOf(
  claim: Stated,
  terms: Pick<FileTerms, "creditorKind" | "written">,
  goal: CaseAnswers["goal"],
): CaseAnswers {
  const { identity } = claim;
  const given = (text: string) => (text === "" ? undefined : text);
  return {
    debtor: {
      kind: claim.debtorKind,
      name: identity.name,
      placeCode: claim.placeCode,
      address: given(identity.address),
      email: given(identity.email),
      phone: given(identity.phone),
    },
    claim: {
      kind: claim.claimKind,
      purpose: purposeOf(claim.debtorKind),
      creditorKind: terms.creditorKind,
      principal: claim.principal,
      currency: claim.currency,
      contractOn: given(identity.contractOn),
      dueOn: claim.dueOn,
      reference: given(identity.reference),
      written: terms.written,
      interest: "none",
      assigned: "no",
      description: identity.description,
    },
    history: { disputed: "unknown", lastPaymentOn: given(identity.lastPaymentOn), judgment: "no" },
    goal,
  };
}
