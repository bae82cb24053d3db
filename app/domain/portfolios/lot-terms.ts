import { z } from "zod";
import { type ClaimCurrency, parseAmount, typedAmount } from "#app/domain/cases/amount.ts";
import { type BidTerms, basisPoints } from "#app/domain/tenders/terms.ts";
import { type BandCell, bandOf, cellKey, type LotSpread, principalOf } from "./bands.ts";

/** What a bidder asks for the claims of one band: a share of what comes in, and a fee for each claim whatever comes in. */
export type BandRate = Pick<BandCell, "amount" | "age"> & { successBps: number; fixedFee: number };

/** A bid on a lot: the terms of any bid, its share the average over the lot, and the rates that are really asked, band by band. */
export type LotTerms = BidTerms & { rates: BandRate[] };

const days = (least: number, most: number) =>
  z
    .string("error.required")
    .trim()
    .regex(/^\d{1,3}$/, "error.number")
    .transform(Number)
    .pipe(z.number().min(least, "error.number").max(most, "error.number"));

/** The fee fields of a lot: a rate for each band that has claims in it (`rate.2-1`), a fee a claim where one is asked, and one of each for bands left empty. */
const feeFields = {
  rate: z.record(z.string(), z.string()).optional(),
  fixed: z.record(z.string(), z.string()).optional(),
  rateAll: z.string().optional(),
  fixedAll: z.string().optional(),
};
type FeeFields = z.infer<z.ZodObject<typeof feeFields>>;
type Cells = Pick<LotSpread, "cells">;
type Issue = { path: string; key: string };

function readRates(
  { rate = {}, fixed = {}, rateAll, fixedAll }: FeeFields,
  { cells }: Cells,
  currency: ClaimCurrency,
) {
  const issues: Issue[] = [];
  const share = (path: string, text: string | undefined) => {
    const bps = text ? basisPoints(text) : null;
    if (text && bps === null) issues.push({ path, key: "error.percent" });
    return bps;
  };
  const fee = (path: string, text: string | undefined) => {
    const parsed = text ? parseAmount(text, currency) : null;
    if (parsed && !parsed.ok) issues.push({ path, key: parsed.error });
    return parsed?.ok ? parsed.value : null;
  };
  const common = { successBps: share("rateAll", rateAll), fixedFee: fee("fixedAll", fixedAll) };
  const missing: string[] = [];
  const rates = cells.flatMap(({ amount, age }): BandRate[] => {
    const key = cellKey({ amount, age });
    const fixedFee = fixed[key] ? fee(`fixed.${key}`, fixed[key]) : common.fixedFee;
    const successBps = rate[key] ? share(`rate.${key}`, rate[key]) : common.successBps;
    if (successBps !== null) return [{ amount, age, successBps, fixedFee: fixedFee ?? 0 }];
    if (!rate[key] && !rateAll) missing.push(`rate.${key}`);
    return [];
  });
  return { rates, issues, missing };
}

/** The fee fields alone, for the live check: the rates that are given so far. */
export const lotFeeForm = (currency: ClaimCurrency, spread: Cells) =>
  z.object(feeFields).transform((typed, context): BandRate[] => {
    const { rates, issues } = readRates(typed, spread, currency);
    for (const { path, key } of issues) context.addIssue({ code: "custom", path: [path], message: key });
    return rates;
  });

/** The bid form of a lot: a rate for every band. */
export const lotBidForm = (currency: ClaimCurrency, spread: Cells) =>
  z
    .object({
      ...feeFields,
      plan: z.string("error.required").trim().min(20, "error.plan_short").max(4_000, "error.too_long"),
      firstActDays: days(0, 60),
      expectedMonths: days(1, 60),
      conflictDeclared: z.literal("yes", "error.conflict_declaration"),
    })
    .transform(({ plan, firstActDays, expectedMonths, conflictDeclared: _, ...typed }, context): LotTerms => {
      const { rates, issues, missing } = readRates(typed, spread, currency);
      const absent = missing.map((path) => ({ path, key: "error.band_rate" }));
      for (const { path, key } of [...issues, ...absent])
        context.addIssue({ code: "custom", path: [path], message: key });
      return termsFrom(rates, spread, { plan, firstActDays, expectedMonths });
    });

/** A bid on a lot as its form shows it again, band by band. */
export function typedLotTerms(
  { rates, plan, firstActDays, expectedMonths }: LotTerms,
  currency: ClaimCurrency,
): Record<string, string> {
  const fees = rates.flatMap((rate) => [
    [`rate.${cellKey(rate)}`, String(rate.successBps / 100)],
    ...(rate.fixedFee > 0 ? [[`fixed.${cellKey(rate)}`, typedAmount(rate.fixedFee, currency)]] : []),
  ]);
  const work = { plan, firstActDays: String(firstActDays), expectedMonths: String(expectedMonths) };
  return { ...Object.fromEntries(fees), ...work };
}

type Work = Pick<BidTerms, "plan" | "firstActDays" | "expectedMonths">;

/** A lot's terms from its rates; the share and the fee that stand for the whole are averages by principal and by claims. */
export function termsFrom(rates: BandRate[], spread: Cells, work: Work): LotTerms {
  const total = principalOf(spread);
  const weighted = spread.cells.reduce(
    (sum, cell) => sum + BigInt(rateFor(rates, cell).successBps) * BigInt(cell.principal),
    0n,
  );
  const fixedFee = spread.cells.reduce((sum, cell) => sum + rateFor(rates, cell).fixedFee * cell.claims, 0);
  return {
    model: fixedFee > 0 ? "hybrid" : "success",
    successBps: total > 0 ? Number(weighted / BigInt(total)) : 0,
    fixedFee,
    hourlyRate: 0,
    estimatedHours: 0,
    ...work,
    conflictDeclared: true,
    rates,
  };
}

export const rateFor = (
  rates: readonly BandRate[],
  { amount, age }: Pick<BandCell, "amount" | "age">,
): BandRate =>
  rates.find((rate) => rate.amount === amount && rate.age === age) ?? {
    amount,
    age,
    successBps: 0,
    fixedFee: 0,
  };

/**
 * What a lot's mandate asks for one of its claims: the rate of its band. A claim that was counted a day before or after its birthday
 * may have been put a band of age beside; the nearest of its amount that was priced is its own.
 */
export function termsOfClaim(
  { rates, ...terms }: LotTerms,
  claim: { principal: number; days: number },
  minorUnit: number,
): BidTerms {
  const { amount, age } = bandOf(claim, minorUnit);
  const [rate] = rates
    .filter((each) => each.amount === amount)
    .sort((a, b) => Math.abs(a.age - age) - Math.abs(b.age - age));
  const { successBps, fixedFee } = rate ?? terms;
  return { ...terms, model: fixedFee > 0 ? "hybrid" : "success", successBps, fixedFee };
}
