import { type PartsProposed, phraseOf } from "#app/messages/proposal.ts";
import { type DoorLanguage, doorDate, doorMoney } from "./languages.ts";
import { doorTranslator } from "./translate.ts";

/** A proposal as people say it: how many payments of how much, and when the first is. */
export function proposalWords(proposal: PartsProposed, currency: string, language: DoorLanguage): string {
  const money = (amount: number) => doorMoney(amount, currency, language);
  return doorTranslator(language)(`parts.plan.${phraseOf(proposal)}`, {
    number: proposal.count,
    each: money(proposal.count === 1 ? proposal.last : proposal.each),
    last: money(proposal.last),
    first: doorDate(proposal.firstOn, language),
  });
}
