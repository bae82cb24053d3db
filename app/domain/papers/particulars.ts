import { z } from "zod";
import { type TaxCountry, taxCountries } from "./tax.data.ts";

/**
 * `standard`: charges the country's rate. `small`: relieved of it. `own_rate`: at a rate that the firm states itself (an American sales
 * tax, a small-scale taxpayer in China). `none`: no such tax falls on its services. `private`: a person who is not in business.
 */
export const taxStatuses = ["standard", "small", "own_rate", "none", "private"] as const;
export type TaxStatus = (typeof taxStatuses)[number];

export const statusesIn: Record<TaxCountry, readonly TaxStatus[]> = {
  US: ["none", "own_rate", "private"],
  CN: ["standard", "own_rate", "private"],
  DE: ["standard", "small", "private"],
  GB: ["standard", "small", "private"],
};

/** Who bills or is billed, as its papers name it. */
export type Particulars = {
  name: string;
  address: string;
  country: TaxCountry;
  taxStatus: TaxStatus;
  taxNumber: string | null;
  /** Basis points; only with `own_rate`. */
  ownRateBps: number | null;
};

/** A paper that charges a tax names the number it is charged under; a German one names a number always (UStG 14(4) no. 2). */
const needsNumber = ({ country, taxStatus }: Pick<Particulars, "country" | "taxStatus">) =>
  taxStatus === "standard" || taxStatus === "own_rate" || (country === "DE" && taxStatus === "small");

const mostRateBps = 3_000;
const percent = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%?$/;

/** A rate as people write it, in basis points; null for what is none. */
export function rateFrom(text: string): number | null {
  const [, whole, fraction = ""] = percent.exec(text.normalize("NFKC").trim()) ?? [];
  if (whole === undefined) return null;
  const bps = Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
  return bps > 0 && bps <= mostRateBps ? bps : null;
}

const line = (most: number) =>
  z.string("error.required").trim().min(1, "error.required").max(most, "error.too_long");

export const KeepParticulars = z
  .object({
    name: line(200),
    address: line(500),
    country: z.enum(taxCountries, "error.choose"),
    taxStatus: z.enum(taxStatuses, "error.choose"),
    taxNumber: z.string().trim().max(40, "error.too_long").optional(),
    /** As typed, in per cent. */
    ownRate: z.string().trim().max(10, "error.rate").optional(),
  })
  .transform((given, ctx): Particulars => {
    const { ownRate, taxNumber = null, ...rest } = given;
    const at = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (!statusesIn[rest.country].includes(rest.taxStatus)) at("taxStatus", "error.tax_status");
    if (needsNumber(rest) && !taxNumber) at("taxNumber", "error.required");
    const ownRateBps = rest.taxStatus === "own_rate" ? rateFrom(ownRate ?? "") : null;
    if (rest.taxStatus === "own_rate" && ownRateBps === null) at("ownRate", "error.rate");
    return { ...rest, taxNumber, ownRateBps };
  });
