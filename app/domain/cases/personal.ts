import type { CaseAnswers, KeptAnswers } from "./answers.ts";

/** What of a case's answers is about a person: sealed under the debtor's own key, and gone with it. */
export type Personal = {
  name: string;
  email: string | null;
  phone: string | null;
  address: string | null;
  /** What the creditor wrote about the claim: free words, which may name anybody. */
  description: string;
};
export const personalFields = ["name", "email", "phone", "address", "description"] as const;
export type PersonalField = (typeof personalFields)[number];

/** What the case's row keeps, and what is sealed beside it. */
export function parted({ debtor, claim, history, goal }: CaseAnswers): {
  kept: KeptAnswers;
  personal: Personal;
} {
  const { name, email = null, phone = null, address = null, ...open } = debtor;
  const { description, ...rest } = claim;
  return {
    kept: { debtor: open, claim: rest, history, goal },
    personal: { name, email, phone, address, description },
  };
}

/** The answers whole again, as `parted` was given them. */
export function joined({ debtor, claim, ...rest }: KeptAnswers, personal: Personal): CaseAnswers {
  const { name, email, phone, address, description } = personal;
  return {
    ...rest,
    debtor: {
      ...debtor,
      name,
      ...(email && { email }),
      ...(phone && { phone }),
      ...(address && { address }),
    },
    claim: { ...claim, description },
  };
}
