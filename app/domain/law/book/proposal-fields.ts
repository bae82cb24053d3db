import { z } from "zod";
import { Reason } from "#app/domain/accounts/fields.ts";

const text = (most: number) =>
  z.string("error.required").trim().min(1, "error.required").max(most, "error.too_long");

export const Citation = text(300);

/** What every proposal says besides what it changes. */
export const whyFields = {
  citation: Citation,
  url: z
    .url({ protocol: /^https?$/, error: "error.law.url" })
    .max(500, "error.too_long")
    .optional(),
  reason: Reason,
};

export const civilDay = z.iso.date("error.date");
