import { type ClaimCurrency, typedAmount } from "#app/domain/cases/amount.ts";
import { chosenBefore } from "#app/domain/cases/place-choice.ts";
import { dateOf } from "#app/domain/law/calendar/civil.ts";
import type { CountryCode, Place } from "#app/domain/places/place.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";
import type { Draft } from "#db/demo/play.ts";
import { assumptions } from "./assumptions.ts";
import { type Chance, Wheel } from "./chance.ts";

const currencies: Record<CountryCode, ClaimCurrency> = { CN: "CNY", US: "USD", GB: "GBP", DE: "EUR" };

/** What is owed, and by whom: two of three debtors are companies. */
const claims = [
  { kind: "invoice_b2b", debtor: "company", purpose: "commercial", creditorKind: "business", weight: 5 },
  { kind: "goods", debtor: "company", purpose: "commercial", creditorKind: "business", weight: 2 },
  {
    kind: "loan_bank",
    debtor: "company",
    purpose: "commercial",
    creditorKind: "financial_institution",
    weight: 1,
  },
  { kind: "services", debtor: "natural_consumer", purpose: "consumer", creditorKind: "business", weight: 2 },
  { kind: "rent", debtor: "natural_consumer", purpose: "consumer", creditorKind: "business", weight: 1 },
] as const;
const claim = new Wheel(claims, ({ weight }) => weight);

const windows = new Wheel(Object.entries(assumptions.windows), ([, weight]) => weight);

/** A case as a creditor would type it into the wizard, and its principal in minor units. `serial` keeps debtors apart; `today` is a civil date. */
export function drawDraft(
  chance: Chance,
  { place, serial, today }: { place: Place; serial: number; today: string },
): { draft: Draft; principal: number } {
  const { kind, debtor, purpose, creditorKind } = claim.draw(chance);
  const currency = currencies[place.country];
  const { median, spread } = assumptions.principal;
  const principal = Math.max(20_000, Math.round(chance.logNormal(median, spread) * 100));
  const dueOn = addDays(today, -chance.whole(30, 500));
  const draft: Draft = {
    debtor: {
      kind: debtor,
      name: `Simulated debtor ${serial}`,
      ...chosenBefore(place.code),
      email: `debtor-${serial}@simulation.example`,
      address: `${serial} Simulated Street`,
    },
    claim: {
      kind,
      purpose,
      creditorKind,
      principal: typedAmount(principal, currency),
      currency,
      contractOn: addDays(dueOn, -60),
      dueOn,
      reference: `SIM-${serial}`,
      written: "yes",
      interest: "none",
      assigned: "no",
      description: "A debt made up for a simulation of the market.",
      ...(place.country === "GB" ? { regulatedCredit: "no" } : {}),
      ...(place.country === "DE" ? { dueAgreed: "no", invoiceReceivedOn: dueOn, invoiceHint: "no" } : {}),
    },
    history: { disputed: "no", judgment: "no" },
    goal: {
      goal: chance.happens(0.3) ? "amicable" : "up_to_lawsuit",
      feeModels: ["success", "fixed", "hybrid"],
      windowHours: windows.draw(chance)[0],
    },
  };
  return { draft, principal };
}

/** The civil date of an instant in UTC: near enough to say how old a made-up debt is. */
export const dayOfInstant = (at: Date): string => dateOf(Math.floor(at.getTime() / 86_400_000));
