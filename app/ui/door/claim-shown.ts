import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import type { RetentionRow } from "#app/domain/privacy/retention.data.ts";
import type { AdviceGiven } from "./door-parts.tsx";
import type { SaidShown } from "./said.tsx";

/** A claim as its debtor sees it; amounts in minor units of `currency`. */
export type ClaimShown = {
  /** Null once it was erased, and what the other side wrote with it. */
  debtor: string | null;
  creditor: string;
  firm: string | null;
  licence: { number: string; issuer: string } | null;
  replyTo: string | null;
  code: string;
  currency: string;
  kind: CaseAnswers["claim"]["kind"];
  reference: string | null;
  description: string | null;
  contractOn: string | null;
  dueOn: string;
  figures: {
    principal: number;
    interest: number;
    fixedSum: number;
    interestUnknown: boolean;
    courtCosts: number;
    payments: { on: string; amount: number }[];
    total: number;
    asOf: string;
  };
  /** What the letter in hand asked for, what has been added beside it, and what was paid since. */
  letter: { on: string; asked: number; added: number; paid: number };
  papers: { id: string; title: string; kind: string }[];
  /** When and by which term the debtor's data went, where it was erased. */
  erasure: { on: string; rule: RetentionRow } | null;
  /** Pauses that lie on the case, by their names in law. */
  pauses: string[];
  said: SaidShown[];
  /** The paper that says that nothing more is owed, where one stands. */
  letterOfEnd: { id: string } | null;
  isOver: boolean;
  advice: AdviceGiven;
};
