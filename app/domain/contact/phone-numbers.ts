import { type NumberPlan, numberPlans } from "./phone-numbers.data.ts";

/** A number as the provider takes it (E.164): a plus, then digits. */
export type PhoneNumber = `+${number}`;

const international = /^\+[1-9]\d{6,14}$/;

/**
 * The number on file as it is texted to; null for one that cannot receive text messages as far as its numbering plan tells, and for a
 * country whose plan is not on file. `country`: where the debtor lives, for a number written without its country.
 */
export function smsNumberOf(written: string, country: string | null): PhoneNumber | null {
  const number = asInternational(written, country);
  if (number === null) return null;
  const plan = Object.values(numberPlans).find(({ code }) => number.startsWith(`+${code}`));
  return plan?.canText.test(number.slice(1 + plan.code.length)) ? (number as PhoneNumber) : null;
}

/** The same number however it was written, so that what a debtor answers from is compared with what is on file. */
function asInternational(written: string, country: string | null): string | null {
  const typed = written
    .normalize("NFKC")
    .replace("(0)", "")
    .replace(/[\s().-]/g, "")
    .replace(/^00/, "+");
  const number = typed.startsWith("+") ? typed : fromHome(typed, country ? numberPlans[country] : undefined);
  return number !== null && international.test(number) ? number : null;
}

/** Written as at home: with the digit that stands before an area, or without a country. */
function fromHome(typed: string, plan: NumberPlan | undefined): string | null {
  if (!plan) return null;
  const bare = plan.trunk && typed.startsWith(plan.trunk) ? typed.slice(plan.trunk.length) : typed;
  return `+${plan.code}${bare}`;
}
