import { z } from "zod";
import { emailBases } from "#app/domain/timeline/step-forms.ts";

/** An address in the form it is compared in. */
export const addressOf = (email: string): string => email.normalize("NFKC").trim().toLowerCase();

/** How somebody knows that the address on file is the debtor's own, and what proves it. There is no field for another address. */
export const VerifyChannel = z.object({
  caseId: z.uuid(),
  basis: z.enum(emailBases, "error.choose"),
  employerAddress: z.enum(["yes", "no"], "error.choose"),
  evidenceId: z.uuid("error.choose"),
});
export type VerifyChannel = z.infer<typeof VerifyChannel>;
