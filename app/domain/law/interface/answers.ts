import { z } from "zod";
import type { Topic } from "#app/domain/law/calculator.ts";

/** What a line is answered with, as it is printed: reasons in words, dates as ISO text. */

const date = z.iso.date();
const noDate = date.nullable();
const minor = z.int();

/** In place of an answer to a line that cannot be read. */
const LineError = z.strictObject({ error: z.strictObject({ path: z.string(), message: z.string() }) });

/** In place of a figure that must not be given. */
const Refusal = z.strictObject({
  refused: z.literal(true),
  rule: z.string(),
  reason: z.string(),
  requires: z.array(z.string()),
});

const Finding = z.strictObject({
  rule: z.string(),
  force: z.enum(["LAW", "REG", "STD", "POL"]),
  effect: z.enum(["block", "require", "warn"]),
  reason: z.string(),
  citation: z.string(),
  requires: z.array(z.string()),
  unblockedBy: z.array(z.string()),
  earliest: z.union([z.iso.datetime(), date]).nullable(),
});

const Decided = z.strictObject({
  allowed: z.boolean(),
  findings: z.array(Finding),
  earliest: z.union([z.iso.datetime(), date]).nullable(),
  requires: z.array(z.string()),
  pack: z.strictObject({ id: z.string(), version: z.string() }),
});

const Segment = z.strictObject({ from: date, to: date, days: z.int(), rate: z.string(), amount: minor });
const Note = z.looseObject({ rule: z.string(), reason: z.string().optional() });

const deadlineFields = [
  "assumedReceivedOn",
  "deemed",
  "defenceBy",
  "defenceWithAcknowledgmentBy",
  "earliest",
  "ends",
  "endsOn",
  "enforcementFrom",
  "enforcementOrderFrom",
  "enforcementOrderUntil",
  "keepRecordingUntil",
  "keepUntil",
  "last",
  "lastService",
  "raw",
  "starts",
  "verzugFrom",
];

/** A field that does not apply is left out; a country's own remarks may stand beside the listed ones. */
const calculated = {
  interest: z
    .looseObject({
      allocation: z.record(z.string(), minor),
      amount: minor,
      currency: z.string(),
      days: z.int(),
      findings: z.array(Note),
      fixedSum: minor,
      interestFrom: noDate,
      principalLeft: minor,
      rate: z.string().nullable(),
      requires: z.array(z.string()),
      segments: z.array(Segment),
      verzugFrom: noDate,
    })
    .partial(),
  limitation: z
    .looseObject({
      accruedOn: date,
      barred: z.boolean(),
      basis: z.array(z.string()),
      defenceWaived: z.boolean(),
      last: noDate,
      law: z.string(),
      raw: noDate,
    })
    .partial(),
  deadline: z.looseObject(Object.fromEntries(deadlineFields.map((name) => [name, noDate]))).partial(),
  "fee-cap": z
    .looseObject({
      allowed: z.boolean(),
      cap: minor,
      expenses: minor,
      fee: minor,
      recoverable: z.union([z.boolean(), minor]),
      vat: minor,
    })
    .partial(),
  "court-fee": z.looseObject({ fee: minor, prepaid: z.boolean() }).partial(),
} satisfies Record<Topic, z.ZodType>;

/** The answer to one line of a topic; the first that fits says which it is. */
export const answerSchema = (topic: Topic | "decide") =>
  z.union([LineError, ...(topic === "decide" ? [Decided] : [Refusal, calculated[topic]])]);
