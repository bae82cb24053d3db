import { z } from "zod";
import { type ClaimCurrency, isClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { debtKinds, debtorKinds } from "#app/domain/cases/answers.ts";
import { parseDay } from "#app/domain/law/calendar/civil.ts";
import { pathOf, placeOf } from "#app/domain/places/register.ts";
import type { Brief } from "./may-bid.ts";
import { scopeOf } from "./scope.ts";
import { type BidTerms, feeForm } from "./terms.ts";

/** Ways to charge that a price can stand for: nobody knows the hours of a case that is not there yet. */
export const standingModels = ["success", "fixed", "hybrid"] as const;

/** A standing price carries a claim out of court and no further. */
export const standingScope = scopeOf.amicable;

export type StandingPrice = {
  places: string[];
  claimKinds: (typeof debtKinds)[number][];
  debtorKinds: (typeof debtorKinds)[number][];
  currency: ClaimCurrency;
  /** The band of principals, both ends in it. Minor units. */
  least: number;
  most: number;
  terms: BidTerms;
  /** Civil date; from its first moment on nobody can take the price. */
  until: string;
  weeklyCap: number | null;
};

const wholeNumber = (least: number, most: number) =>
  z
    .string("error.required")
    .trim()
    .regex(/^\d{1,4}$/, "error.number")
    .transform(Number)
    .pipe(z.number().min(least, "error.number").max(most, "error.number"));
const some = <T extends readonly [string, ...string[]]>(list: T) =>
  z.array(z.enum(list, "error.choose"), "error.choose").min(1, "error.choose");

const fields = z.object({
  places: z
    .array(
      z.string().refine((code) => placeOf(code)?.jurisdiction != null, "error.place_unknown"),
      "error.choose",
    )
    .min(1, "error.choose")
    .max(20, "error.choose"),
  claimKinds: some(debtKinds),
  debtorKinds: some(debtorKinds),
  currency: z.string("error.choose").refine(isClaimCurrency, "error.choose"),
  least: z.string("error.amount").trim().max(40, "error.amount_large"),
  most: z.string("error.amount").trim().max(40, "error.amount_large"),
  model: z.enum(standingModels, "error.choose"),
  successPercent: z.string().optional(),
  fixedFee: z.string().optional(),
  plan: z.string("error.required").trim().min(20, "error.plan_short").max(4_000, "error.too_long"),
  firstActDays: wholeNumber(0, 60),
  expectedMonths: wholeNumber(1, 60),
  until: z.string("error.until").refine((text) => parseDay(text) !== null, "error.until"),
  weeklyCap: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,2}$/, "error.weekly")
    .transform(Number)
    .optional(),
  undertaken: z.literal("yes", "error.undertake"),
});

/** The form of a standing price; amounts typed in major units of its currency. */
export const standingPriceForm = fields.transform((typed, context): StandingPrice => {
  const { places, claimKinds, debtorKinds: against, until, weeklyCap = null, plan } = typed;
  const { currency, firstActDays, expectedMonths } = typed;
  if (!isClaimCurrency(currency)) throw new Error(`Not a currency of claims: ${currency}`);
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  const amount = (name: "least" | "most") => {
    const parsed = parseAmount(typed[name], currency);
    if (!parsed.ok) refuse(name, parsed.error);
    return parsed.ok ? parsed.value : 1;
  };
  const [least, most] = [amount("least"), amount("most")];
  if (least > most) refuse("most", "error.band");
  const fee = feeForm(currency).safeParse(typed);
  if (!fee.success)
    for (const { path, message } of fee.error.issues) refuse(String(path[0] ?? "model"), message);
  const none = { model: typed.model, successBps: 0, fixedFee: 0, hourlyRate: 0, estimatedHours: 0 };
  const terms: BidTerms = {
    ...(fee.success ? fee.data : none),
    plan,
    firstActDays,
    expectedMonths,
    conflictDeclared: true,
  };
  return { places, claimKinds, debtorKinds: against, currency, least, most, terms, until, weeklyCap };
});

/** Whether a claim is one that prices can stand for: undisputed, without a judgment, to be collected out of court. */
export const isSimple = ({
  goal,
  disputed,
  titledOn,
}: Pick<Brief, "goal" | "disputed" | "titledOn">): boolean =>
  goal === "amicable" && disputed !== "yes" && titledOn === null;

type Band = Pick<StandingPrice, "places" | "claimKinds" | "debtorKinds" | "least" | "most"> & {
  currency: string;
};

/** Whether a claim lies within what a price is for. */
export function fits(price: Band, brief: Brief): boolean {
  const path = pathOf(brief.placeCode).map(({ code }) => code);
  return (
    price.places.some((place) => path.includes(place)) &&
    price.claimKinds.some((kind) => kind === brief.claimKind) &&
    price.debtorKinds.includes(brief.debtorKind) &&
    price.currency === brief.currency &&
    price.least <= brief.principal &&
    brief.principal <= price.most
  );
}

/** Every claim that a price is checked with before it is published: each place, kind and debtor, at both ends of the band. */
export function samplesOf(price: Band): { place: string; jurisdiction: string; brief: Brief }[] {
  return price.places.flatMap((place) => {
    const jurisdiction = placeOf(place)?.jurisdiction;
    if (!jurisdiction) return [];
    return price.claimKinds.flatMap((claimKind) =>
      price.debtorKinds.flatMap((debtorKind) =>
        [...new Set([price.least, price.most])].map((principal) => ({
          place,
          jurisdiction,
          brief: sample({ place, jurisdiction, claimKind, debtorKind, principal, currency: price.currency }),
        })),
      ),
    );
  });
}

type Sample = Pick<Brief, "jurisdiction" | "claimKind" | "debtorKind" | "principal" | "currency"> & {
  place: string;
};

const sample = ({ place, debtorKind, ...claim }: Sample): Brief => ({
  ...claim,
  caseId: "",
  code: "",
  placeCode: place,
  debtorKind,
  creditorKind: "business",
  purpose: debtorKind === "natural_consumer" ? "consumer" : "commercial",
  field: "",
  dueOn: "2000-01-01",
  limitationLast: null,
  goal: "amicable",
  evidenceKinds: [],
  disputed: "no",
  titledOn: null,
  enforceableUntil: null,
  regulatedCredit: false,
});
