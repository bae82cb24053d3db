import { z } from "zod";
import { evidenceKinds } from "#app/domain/cases/evidence.ts";
import { defaultDue, dueChoices } from "./due.ts";

export const maxBodyLength = 5_000;
export const maxFilesOfMessage = 5;

const text = z.string("error.required").trim().min(1, "error.required");

/** The composer's form. `key` is made with the page, so that the form sent twice is one message. */
export const PostMessage = z.object({
  caseId: z.uuid(),
  key: z.uuid("error.invalid"),
  body: text.max(maxBodyLength, "error.too_long"),
  replyTo: z.uuid("error.invalid").optional(),
  about: z.coerce.number("error.invalid").int("error.invalid").min(1, "error.invalid").optional(),
  due: z.enum(dueChoices, "error.choose").default(defaultDue),
  dueOn: z.iso.date("error.date").optional(),
  file: z
    .array(z.instanceof(File, { error: "error.invalid" }))
    .transform((files) => files.filter(({ name, size }) => name !== "" || size > 0))
    .refine((files) => files.length <= maxFilesOfMessage, "error.message_files")
    .default([]),
  /** What the files are to the case, where they are to be evidence too. */
  evidence: z.enum(evidenceKinds, "error.choose").optional(),
});
export type PostMessageInput = z.output<typeof PostMessage>;

export const maxReasonLength = 500;
export const RedactMessage = z.object({
  caseId: z.uuid(),
  messageId: z.uuid(),
  reason: text.max(maxReasonLength, "error.too_long"),
});
