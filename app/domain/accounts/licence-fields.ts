import { z } from "zod";
import { RegisterName } from "./fields.ts";
import { licenceKinds } from "./licences.ts";

const required = { error: "error.required" } as const;
const day = z.iso.date("error.date");

/** What a holder says about a licence; `validTo` is the first day on which it no longer holds. */
export const LicenceFields = z
  .object({
    kind: z.enum(licenceKinds, "error.choose"),
    territory: z.string({ error: "error.choose" }).max(20, "error.choose"),
    holderName: RegisterName,
    number: z.string(required).trim().min(1, "error.required").max(40, "error.too_long"),
    issuer: RegisterName,
    validFrom: day,
    validTo: day.optional(),
  })
  .refine(({ validFrom, validTo }) => !validTo || validFrom < validTo, {
    path: ["validTo"],
    message: "error.licence_term",
  });
export type LicenceInput = z.infer<typeof LicenceFields>;
