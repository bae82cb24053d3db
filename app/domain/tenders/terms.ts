import { z } from "zod";
import { type ClaimCurrency, parseAmount, typedAmount } from "#app/domain/cases/amount.ts";

export const feeModels = ["success", "fixed", "hourly", "hybrid"] as const;
export type FeeModel = (typeof feeModels)[number];

const wholeNumber = (least: number, most: number) =>
  z
    .string("error.required")
    .trim()
    .regex(/^\d{1,5}$/, "error.number")
    .transform(Number)
    .pipe(z.number().int("error.number").min(least, "error.number").max(most, "error.number"));

/** What the bidder asks for its work. Basis points of what is recovered; minor units of the case's currency. */
export type FeeTerms = {
  model: FeeModel;
  successBps: number;
  /** Paid before anything is recovered. */
  fixedFee: number;
  hourlyRate: number;
  estimatedHours: number;
};

/** A bid's terms. Parts that its model does not have are nought. */
export type BidTerms = FeeTerms & {
  /** What the bidder will do, rung by rung, in its own words. */
  plan: string;
  firstActDays: number;
  expectedMonths: number;
  /** The bidder declared that nothing ties it to the other side. */
  conflictDeclared: true;
};

const parts = {
  success: ["successPercent"],
  fixed: ["fixedFee"],
  hourly: ["hourlyRate", "estimatedHours"],
  hybrid: ["successPercent", "fixedFee"],
} as const;

const feeFields = {
  model: z.enum(feeModels, "error.choose"),
  successPercent: z.string().trim().optional(),
  fixedFee: z.string().trim().optional(),
  hourlyRate: z.string().trim().optional(),
  estimatedHours: z.string().trim().optional(),
};
type FeeFields = z.infer<z.ZodObject<typeof feeFields>>;
type Issue = { path: string; key: string };

/** `12.5` or `12,5` per cent in basis points: 1250. Finer steps than a hundredth of a per cent are refused. */
export function basisPoints(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.normalize("NFKC").trim());
  if (!match) return null;
  const bps = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return bps > 0 && bps <= 10_000 ? bps : null;
}

function readFees(fields: FeeFields, currency: ClaimCurrency): { terms: FeeTerms; issues: Issue[] } {
  const issues: Issue[] = [];
  const has = (name: string) => parts[fields.model].some((part) => part === name);
  const amount = (name: "fixedFee" | "hourlyRate") => {
    if (!has(name)) return 0;
    const text = fields[name];
    const parsed = text ? parseAmount(text, currency) : null;
    if (parsed?.ok) return parsed.value;
    issues.push({ path: name, key: parsed ? parsed.error : "error.fee_part_missing" });
    return 0;
  };
  const figure = (
    name: "successPercent" | "estimatedHours",
    read: (text: string) => number | null,
    key: string,
  ) => {
    if (!has(name)) return 0;
    const text = fields[name];
    const value = text ? read(text) : null;
    if (value !== null) return value;
    issues.push({ path: name, key: text ? key : "error.fee_part_missing" });
    return 0;
  };
  const terms: FeeTerms = {
    model: fields.model,
    successBps: figure("successPercent", basisPoints, "error.percent"),
    fixedFee: amount("fixedFee"),
    hourlyRate: amount("hourlyRate"),
    estimatedHours: figure("estimatedHours", hours, "error.hours"),
  };
  return { terms, issues };
}

/** Whole hours: at most 2,000, a lawyer's year. */
const hours = (text: string) =>
  /^\d{1,4}$/.test(text) && Number(text) > 0 && Number(text) <= 2_000 ? Number(text) : null;

/** The fee fields alone, for the live check; what is typed in major units and per cent becomes minor units and basis points. */
export const feeForm = (currency: ClaimCurrency) =>
  z.object(feeFields).transform((fields, context): FeeTerms => {
    const { terms, issues } = readFees(fields, currency);
    for (const { path, key } of issues) context.addIssue({ code: "custom", path: [path], message: key });
    return terms;
  });

/** The whole bid form. `conflictDeclared` must be ticked: an unticked box is absent. */
export const bidForm = (currency: ClaimCurrency) =>
  z
    .object({
      ...feeFields,
      plan: z.string("error.required").trim().min(20, "error.plan_short").max(4_000, "error.too_long"),
      firstActDays: wholeNumber(0, 60),
      expectedMonths: wholeNumber(1, 60),
      conflictDeclared: z.literal("yes", "error.conflict_declaration"),
    })
    .transform(
      ({ plan, firstActDays, expectedMonths, conflictDeclared: _, ...fields }, context): BidTerms => {
        const { terms, issues } = readFees(fields, currency);
        for (const { path, key } of issues) context.addIssue({ code: "custom", path: [path], message: key });
        return { ...terms, plan, firstActDays, expectedMonths, conflictDeclared: true };
      },
    );

/** A bid as its form shows it again: per cent and major units. Parts the model lacks stay empty. */
export function typedTerms(terms: BidTerms, currency: ClaimCurrency): Record<string, string> {
  const { model, successBps, fixedFee, hourlyRate, estimatedHours, plan, firstActDays, expectedMonths } =
    terms;
  const given = {
    successPercent: successBps > 0 && String(successBps / 100),
    fixedFee: fixedFee > 0 && typedAmount(fixedFee, currency),
    hourlyRate: hourlyRate > 0 && typedAmount(hourlyRate, currency),
    estimatedHours: estimatedHours > 0 && String(estimatedHours),
  };
  const fees = Object.entries(given).flatMap(([name, text]) => (text ? [[name, text]] : []));
  return {
    model,
    ...Object.fromEntries(fees),
    plan,
    firstActDays: String(firstActDays),
    expectedMonths: String(expectedMonths),
  };
}
