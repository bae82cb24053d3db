import { z } from "zod";
import type { RecordType } from "#app/domain/law/types.ts";
import { plainText, stepDay } from "#app/domain/timeline/step-forms.ts";
import { conductReasons } from "./conduct.ts";
import type { Proposal } from "./proposal.ts";

/** What a debtor can say at the door. */
export const statementKinds = [
  "dispute",
  "not_me",
  "help",
  "stop_email",
  "stop_all",
  "represented",
  "want_to_pay",
  "parts",
  "report",
  "report_severe",
] as const;
export type StatementKind = (typeof statementKinds)[number];

/** What each is in the log. Records of the debtor are refused by no pause, and take effect with their event. */
export const recordOf: Record<StatementKind, RecordType> = {
  dispute: "dispute",
  not_me: "dispute",
  help: "hardship",
  stop_email: "channel_optout",
  stop_all: "cease_contact",
  represented: "represented",
  want_to_pay: "reply",
  parts: "reply",
  report: "reply",
  report_severe: "complaint",
};

/** Which of them make the ladder rest until they are answered. */
export const freezing: ReadonlySet<StatementKind> = new Set(["dispute", "not_me", "help", "report_severe"]);

/** How long the ladder rests for whoever asks for time or help, unless a plan is agreed before: the platform's own term. */
export const helpDays = 30;

export const disputeReasons = ["paid", "amount", "quality", "no_contract", "too_old", "other"] as const;
export const notMeReasons = ["other_person", "name_misused", "company_left"] as const;
export const helpReasons = ["illness", "income", "debts", "time", "other"] as const;

const words = plainText(2_000).optional();
const once = { key: z.uuid("error.invalid") };
const proof = z.instanceof(File).optional();

/** The form of each; `key` is made with the page, so that a form sent twice is one statement. */
export const statementForms = {
  dispute: z.object({ ...once, reason: z.enum(disputeReasons, "error.choose"), words, proof }),
  not_me: z.object({ ...once, reason: z.enum(notMeReasons, "error.choose"), words, proof }),
  help: z.object({ ...once, reason: z.enum(helpReasons, "error.choose"), words }),
  stop_email: z.object(once),
  stop_all: z.object(once),
  represented: z.object({ ...once, words: plainText(2_000) }),
  want_to_pay: z.object({ ...once, words }),
  report: z.object({ ...once, reason: z.enum(conductReasons, "error.choose"), words, proof }),
  parts: z.object({
    ...once,
    monthly: z.string("error.amount").trim().max(30, "error.amount"),
    firstOn: stepDay,
  }),
} as const;

/** A statement as it was read: what it is for, in words of the law and of the debtor. */
export type Statement = {
  kind: StatementKind;
  key: string;
  reason?: string;
  words?: string;
  proof?: File;
  proposal?: Proposal;
};
