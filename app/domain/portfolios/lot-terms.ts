import { z } from "zod";
import { type ClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { type BidTerms, basisPoints } from "#app/domain/tenders/terms.ts";
import { type BandCell, cellKey, type LotSpread, principalOf } from "./bands.ts";

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

/** The bid form of a lot: a rate for each band that has claims in it (`rate.2-1`), and a fee a claim where one is asked. */
export const lotBidForm = (currency: ClaimCurrency, spread: LotSpread) =>
  z
    .object({
      rate: z.record(z.string(), z.string()).optional(),
      fixed: z.record(z.string(), z.string()).optional(),
      plan: z.string("error.required").trim().min(20, "error.plan_short").max(4_000, "error.too_long"),
      firstActDays: days(0, 60),
      expectedMonths: days(1, 60),
      conflictDeclared: z.literal("yes", "error.conflict_declaration"),
    })
    .transform((typed, context): LotTerms => {
      const wrong = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      const rates = spread.cells.map((cell): BandRate => {
        const key = cellKey(cell);
        const [rate, fixed] = [typed.rate?.[key], typed.fixed?.[key]];
        const successBps = rate ? basisPoints(rate) : null;
        if (successBps === null) wrong(`rate.${key}`, rate ? "error.percent" : "error.fee_part_missing");
        const fee = fixed ? parseAmount(fixed, currency) : null;
        if (fee && !fee.ok) wrong(`fixed.${key}`, fee.error);
        return {
          amount: cell.amount,
          age: cell.age,
          successBps: successBps ?? 0,
          fixedFee: fee?.ok ? fee.value : 0,
        };
      });
      const { plan, firstActDays, expectedMonths } = typed;
      return termsFrom(rates, spread, { plan, firstActDays, expectedMonths });
    });

type Work = Pick<BidTerms, "plan" | "firstActDays" | "expectedMonths">;

/** A lot's terms from its rates; the share and the fee that stand for the whole are averages by principal and by claims. */
export function termsFrom(rates: BandRate[], spread: LotSpread, work: Work): LotTerms {
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
