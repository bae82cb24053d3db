import { isClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { debtKinds } from "#app/domain/cases/answers.ts";
import { placeOf } from "#app/domain/places/register.ts";

/** What was asked for, in the address's own words, to be shown again. */
export type TypedFilter = Partial<Record<"place" | "kind" | "currency" | "least" | "most", string>>;

type Filter = { place?: string; claimKind?: string; currency?: string; least?: number; most?: number };

/** A list's filters out of its address. What is not understood narrows nothing and is said at its field. */
export function filterOf(query: URLSearchParams): {
  filter: Filter;
  typed: TypedFilter;
  errors: Record<string, string[]>;
} {
  const asked = (name: keyof TypedFilter) => query.get(name)?.trim() || undefined;
  const typed: TypedFilter = {
    place: asked("place"),
    kind: asked("kind"),
    currency: asked("currency"),
    least: asked("least"),
    most: asked("most"),
  };
  const errors: Record<string, string[]> = {};
  const { currency } = typed;
  const amount = (name: "least" | "most") => {
    const text = typed[name];
    if (!text) return undefined;
    if (!currency || !isClaimCurrency(currency)) {
      errors.currency = ["rounds.filter.need_currency"];
      return undefined;
    }
    const parsed = parseAmount(text, currency);
    if (parsed.ok) return parsed.value;
    errors[name] = [parsed.error];
    return undefined;
  };
  const filter = {
    place: typed.place && placeOf(typed.place) ? typed.place : undefined,
    claimKind: debtKinds.find((kind) => kind === typed.kind),
    currency: currency && isClaimCurrency(currency) ? currency : undefined,
    least: amount("least"),
    most: amount("most"),
  };
  return { filter, typed, errors };
}
