import { z } from "zod";
import { localTime, plainText, stepDay } from "#app/domain/timeline/step-forms.ts";
import { saids } from "./script.ts";

/** Where the debtor is visited; whether it is a place of work is said of the address when it is verified. */
export const visitPlaces = ["home", "business_premises"] as const;
export type VisitPlace = (typeof visitPlaces)[number];

export const visitOutcomes = [
  "met",
  "nobody_there",
  "refused_to_talk",
  "asked_to_leave",
  "third_person",
] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

/** What whoever was at the door says of it: the disclosures, and that another person who opened was told nothing. */
export const visitSaids = [...saids, "toldNobody"] as const;

/** A visit that is to be: who goes, when, and why. The address is on file and cannot be typed. */
export const PlanVisit = z
  .object({
    caseId: z.uuid(),
    /** The form's own: handed in twice, it is one plan. */
    key: z.uuid(),
    goes: z.uuid("error.choose"),
    /** At the debtor's place. */
    on: stepDay,
    time: localTime,
    place: z.enum(visitPlaces, "error.choose"),
    /** Whether the debtor agreed to be visited at this address, and which paper of the case shows it. */
    consent: z.enum(["yes", "no"], "error.choose"),
    evidenceId: z.uuid("error.choose").optional(),
    purpose: plainText(300).min(1, "error.required"),
  })
  .refine(({ consent, evidenceId }) => consent === "no" || evidenceId !== undefined, {
    path: ["evidenceId"],
    error: "error.choose",
  });
export type PlanVisit = z.infer<typeof PlanVisit>;

/** What came of a visit, on the day that was planned. */
export const RecordVisit = z.object({
  caseId: z.uuid(),
  planId: z.uuid(),
  outcome: z.enum(visitOutcomes, "error.choose"),
  /** When it began and ended, at the debtor's place. */
  from: localTime,
  to: localTime,
  said: z.array(z.enum(visitSaids)).optional(),
  /** Where the recording is kept. */
  recording: z
    .string()
    .trim()
    .regex(/^[\w./:-]{1,120}$/, "error.invalid")
    .optional(),
  note: plainText(2_000).optional(),
});
export type RecordVisit = z.infer<typeof RecordVisit>;

export const VisitAt = z.object({ caseId: z.uuid(), planId: z.uuid() });
