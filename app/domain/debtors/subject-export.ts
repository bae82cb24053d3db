import { z } from "zod";
import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import type { Personal } from "#app/domain/cases/personal.ts";
import type { VisitOutcome } from "#app/domain/contact/visit-forms.ts";
import type { RequestAnswer, RequestKind } from "#app/domain/privacy/data-requests.ts";
import type { ToldSight } from "#app/domain/privacy/told-sights.ts";

/** What came of a visit, and when it ended where the debtor lives. */
export type PastVisit = { outcome: VisitOutcome; until: string | null };

/**
 * Everything kept about a debtor that is theirs to know (GDPR 15, PIPL 45), by fields that a program can read. Left out are what bidders offered,
 * the creditor's aims, what creditor and collector write to each other, and what others wrote about the debtor. Amounts are in minor units.
 */
export type SubjectExport = {
  form: "rung-subject-export/1";
  madeAt: string;
  zone: string;
  case: string;
  /** Null once it was erased. */
  person: Omit<Personal, "description"> | null;
  kind: string;
  place: string;
  claim: {
    creditor: string;
    collector: string | null;
    kind: CaseAnswers["claim"]["kind"];
    reference: string | null;
    description: string | null;
    contractOn: string | null;
    dueOn: string;
    currency: string;
    principal: number;
    interest: number;
    fixedSum: number;
    courtCosts: number;
    total: number;
    asOf: string;
  };
  payments: { on: string; amount: number; receipt: string | null }[];
  papers: { title: string; kind: string }[];
  contacts: {
    on: string;
    time: string;
    type: string;
    isStep: boolean;
    said: string | null;
    by: string | null;
    channel: string | null;
    visit: PastVisit | null;
    arrived: boolean;
    withheld: boolean;
  }[];
  letters: { on: string; channel: string; from: string; subject: string; body: string }[];
  statements: { on: string; kind: string; reason: string | null; words: string | null; entry: number }[];
  /** What was asked about the data itself, and what was answered. */
  requests: {
    number: string;
    kind: RequestKind;
    on: string;
    dueOn: string;
    words: string | null;
    answer: RequestAnswer | null;
    answeredOn: string | null;
    reason: string | null;
  }[];
  /** Who looked at the debtor's data and what for: by role and firm, never by a colleague's name. */
  sights: ToldSight[];
};

export const exportForms = ["pdf", "json"] as const;
export type ExportForm = (typeof exportForms)[number];

/** Why an administrator takes a debtor's data out. */
export const exportReasons = [
  "subject_request",
  "representative",
  "authority_request",
  "court_order",
] as const;

/** The request is named by its own number or date, and by nothing that is about a person: the audit log cannot forget. */
export const ExportSubject = z.object({
  caseId: z.uuid(),
  reason: z.enum(exportReasons, "error.choose"),
  request: z
    .string("error.required")
    .trim()
    .min(1, "error.required")
    .max(40, "error.too_long")
    .regex(/^[A-Za-z0-9 ./-]+$/, "error.request_number"),
});
