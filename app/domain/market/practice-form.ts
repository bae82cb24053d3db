import { z } from "zod";
import { type ClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { debtKinds, debtorKinds } from "#app/domain/cases/answers.ts";
import { placeOf } from "#app/domain/places/register.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";
import { fieldOf, fields } from "./fields.ts";
import { type Amounts, languages, type Practice, practiceCurrencies } from "./practice.ts";

const most = { places: 400, days: 20_000 } as const;

const codes = (known: (code: string) => boolean, limit: number) =>
  z
    .array(z.string("error.choose").refine(known, "error.choose"), "error.choose")
    .max(limit, "error.choose")
    .transform((list) => [...new Set(list)])
    .default([]);
const oneOf = <T extends string>(list: readonly [T, ...T[]]) =>
  z
    .array(z.enum(list, "error.choose"), "error.choose")
    .transform((chosen) => [...new Set(chosen)])
    .default([]);

const yes = z.literal("yes", "error.invalid").optional().transform(Boolean);
const days = z
  .string("error.number")
  .trim()
  .regex(/^\d{1,5}$/, "error.number")
  .transform(Number)
  .pipe(z.number().max(most.days, "error.number"))
  .optional();
const amount = z.string("error.amount").trim().max(40, "error.amount_large").optional();
const amounts = z
  .partialRecord(z.enum(practiceCurrencies as [ClaimCurrency]), amount, "error.invalid")
  .optional();

const isOpenPlace = (code: string) => {
  const place = placeOf(code);
  return place !== null && place.refusal === null;
};

const Fields = z.object({
  places: codes(isOpenPlace, most.places),
  fields: codes((code) => fieldOf(code) !== null, fields.length),
  claimKinds: oneOf(debtKinds),
  debtorKinds: oneOf(debtorKinds),
  feeModels: oneOf(feeModels),
  languages: oneOf(languages),
  /** By currency; typed as people write amounts. */
  least: amounts,
  most: amounts,
  leastDays: days,
  mostDays: days,
  takesDisputed: yes,
  takesLots: yes,
  remote: yes,
  paused: yes,
});

/** A practice profile as its form sends it. Codes that no list has and ranges that end before they begin are refused at their field. */
export const KeepPractice = Fields.transform((typed, check): Practice => {
  const refuse = (path: string[], message: string) =>
    check.addIssue({ code: "custom", path, message, input: typed });
  if (typed.places.length === 0) refuse(["places"], "error.choose");
  const { least, most: greatest, leastDays = null, mostDays = null, ...rest } = typed;
  if (leastDays !== null && mostDays !== null && leastDays > mostDays) refuse(["mostDays"], "error.range");
  return {
    ...rest,
    leastDays,
    mostDays,
    amounts: amountsOf({ least, most: greatest }, refuse),
  };
});

type TypedAmounts = Partial<Record<ClaimCurrency, string>> | undefined;

function amountsOf(
  typed: { least: TypedAmounts; most: TypedAmounts },
  refuse: (path: string[], message: string) => void,
): Amounts {
  const amounts: Amounts = {};
  for (const currency of practiceCurrencies) {
    const read = (bound: "least" | "most") => {
      const text = typed[bound]?.[currency];
      if (!text) return null;
      const parsed = parseAmount(text, currency);
      if (parsed.ok) return parsed.value;
      refuse([bound, currency], parsed.error);
      return null;
    };
    const bounds = { least: read("least"), most: read("most") };
    if (bounds.least !== null && bounds.most !== null && bounds.least > bounds.most) {
      refuse(["most", currency], "error.range");
    }
    if (bounds.least !== null || bounds.most !== null) amounts[currency] = bounds;
  }
  return amounts;
}
