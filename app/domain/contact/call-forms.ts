import { z } from "zod";
import { callOutcomes, plainText } from "#app/domain/timeline/step-forms.ts";
import { saids } from "./script.ts";

/** A call that was just made. Its moment is the server's; who was called is on file. */
export const RecordCall = z.object({
  caseId: z.uuid(),
  outcome: z.enum(callOutcomes, "error.choose"),
  /** What was said of what must be. */
  said: z.array(z.enum(saids)).optional(),
  /** Where the recording is kept. */
  recording: z
    .string()
    .trim()
    .regex(/^[\w./:-]{1,120}$/, "error.invalid")
    .optional(),
  note: plainText(2_000).optional(),
});
export type RecordCall = z.infer<typeof RecordCall>;

/** Somebody or something listened. */
export const isHeard = (outcome: RecordCall["outcome"]) =>
  outcome === "conversation" || outcome === "voicemail";
